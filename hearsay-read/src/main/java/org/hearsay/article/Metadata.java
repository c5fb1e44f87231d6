package org.hearsay.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article: each field from the first origin that has it, in the order
 * JSON-LD, meta elements (Open Graph, Dublin Core and the like), microdata, what the page shows.
 *
 * @param elsewhere a date for want of a better, shown far from the headline
 */
record Metadata(
    @Nullable String url,
    @Nullable String site,
    @Nullable String title,
    @Nullable String standfirst,
    Bylines written,
    @Nullable String published,
    @Nullable String elsewhere,
    @Nullable String modified,
    @Nullable String language,
    @Nullable String body,
    boolean liveBlog) {

  private static final Set<String> NOT_ARTICLES =
      Set.of("newsmediaorganization", "archiveorganization", "articlelist");

  /** With what the lines of the page say; the outlet's name may be the end of the page's title. */
  Metadata with(
      @Nullable String title,
      List<String> bylines,
      @Nullable String published,
      @Nullable String modified) {
    var site = this.site;
    if (site == null && this.title != null && title != null && this.title.startsWith(title)) {
      var rest = this.title.substring(title.length()).replaceFirst("^[\\s|–—·•:-]+", "");
      site = rest.isBlank() ? null : rest;
    }
    return new Metadata(
        url,
        site,
        title,
        standfirst,
        new Bylines(bylines, written.lines(), written.standing()),
        published,
        elsewhere,
        modified,
        language,
        body,
        liveBlog);
  }

  List<String> bylines() {
    return written.names();
  }

  static Metadata of(HtmlTree tree, PageHead head, VisibleData seen, String uri) {
    var canonical = canonical(head, uri);
    var article = articleItem(head, canonical.orElse(""), seen);
    var site = site(head, article);
    var published = published(article, head, seen, canonical.orElse(uri));
    return new Metadata(
        canonical.orElse(null),
        site.orElse(null),
        Titles.choose(article, head, seen, site.orElse(""), news(article)).orElse(null),
        description(article, head).orElse(null),
        Bylines.choose(article, head, seen, site.orElse(""), host(canonical.orElse(uri))),
        published.orElse(null),
        published.isPresent() ? null : seen.elsewhere().orElse(null),
        modified(article, head, seen).orElse(null),
        language(article, head).orElse(null),
        string(article, "articleBody").map(Metadata::plain).orElse(null),
        types(article).contains("liveblogposting"));
  }

  /** The JSON-LD object that is about this page's article; empty when there is none. */
  private static Map<String, Object> articleItem(
      PageHead head, String canonical, VisibleData seen) {
    Map<String, Object> best = Map.of();
    var bestScore = 0;
    for (var item : head.items()) {
      var score = 0;
      for (var type : types(item)) {
        if ((type.endsWith("article") || type.endsWith("posting") && !type.startsWith("job"))
            && !NOT_ARTICLES.contains(type)) {
          score = Math.max(score, 10);
        } else if (type.equals("report") || type.equals("review") || type.endsWith("work")) {
          score = Math.max(score, 5);
        } else if (type.equals("webpage") || type.endsWith("videoobject")) {
          score = Math.max(score, 1);
        }
      }
      if (score == 0) {
        continue;
      }
      // its entries are postings, too
      score += item.containsKey("liveBlogUpdate") ? 10 : 0;
      score += item.containsKey("headline") ? 3 : 0;
      score += item.containsKey("datePublished") ? 3 : 0;
      score += item.containsKey("author") ? 1 : 0;
      score += item.containsKey("articleBody") ? 1 : 0;
      var headline = string(item, "headline").map(Words::folded).orElse("");
      score += !headline.isEmpty() && seen.headings().contains(headline) ? 4 : 0;
      var url = string(item, "url").or(() -> string(item, "mainEntityOfPage")).orElse("");
      score += !url.isEmpty() && url.equals(canonical) ? 4 : 0;
      if (score > bestScore) {
        best = item;
        bestScore = score;
      }
    }
    return best;
  }

  private static List<String> types(Map<String, Object> item) {
    var types = new ArrayList<String>();
    for (var each : list(item.get("@type"))) {
      if (each instanceof String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        var cut =
            Math.max(
                lower.lastIndexOf('/'), Math.max(lower.lastIndexOf(':'), lower.lastIndexOf('#')));
        types.add(lower.substring(cut + 1));
      }
    }
    return types;
  }

  private static boolean news(Map<String, Object> article) {
    return types(article).stream().anyMatch(type -> type.endsWith("newsarticle"));
  }

  private static String host(String url) {
    try {
      var host = URI.create(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  /** The text of a property: a string, or the name, value or id of an object. */
  static Optional<String> string(Map<?, ?> item, String key) {
    for (var each : list(item.get(key))) {
      if (each instanceof String text && !text.isBlank()) {
        return Optional.of(text.strip());
      }
      if (each instanceof Map<?, ?> map) {
        for (var inner : new String[] {"name", "@value", "@id", "url"}) {
          if (map.get(inner) instanceof String text && !text.isBlank()) {
            return Optional.of(text.strip());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A string of JSON-LD or a meta element as people read it: references resolved, tags gone. */
  static String plain(String text) {
    if (text.indexOf('&') < 0 && text.indexOf('<') < 0) {
      return text.strip();
    }
    var chars = text.toCharArray();
    var once = SourceText.of(chars, 0, chars.length, true).text();
    if (once.indexOf('&') >= 0 && once.indexOf(';') > 0) {
      chars = once.toCharArray();
      once = SourceText.of(chars, 0, chars.length, true).text();
    }
    return once.strip();
  }

  private static Optional<String> canonical(PageHead head, String uri) {
    var base = uri.startsWith("http") ? uri : head.first("og:url").orElse("");
    for (var given :
        new String[] {head.canonical(), head.first("og:url", "twitter:url").orElse("")}) {
      var url = Links.resolve(base, given);
      if (url.startsWith("http") && !bare(url)) {
        return Optional.of(url);
      }
    }
    return uri.startsWith("http") ? Optional.of(uri) : Optional.empty();
  }

  private static boolean bare(String url) {
    try {
      var parsed = URI.create(url);
      return (parsed.getPath() == null || parsed.getPath().length() <= 1)
          && parsed.getQuery() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<String> site(PageHead head, Map<String, Object> article) {
    return head.first("og:site_name")
        .map(Metadata::plain)
        .or(
            () ->
                string(article, "publisher")
                    .filter(name -> !name.startsWith("http"))
                    .map(Metadata::plain))
        .or(() -> publisherById(head, article))
        .or(() -> head.first("application-name", "al:ios:app_name", "dc.publisher", "twitter:site"))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  private static Optional<String> publisherById(PageHead head, Map<String, Object> article) {
    var id = article.get("publisher") instanceof Map<?, ?> map ? map.get("@id") : null;
    return id == null ? Optional.empty() : byId(head, id).flatMap(item -> string(item, "name"));
  }

  static Optional<Map<String, Object>> byId(PageHead head, Object id) {
    return head.items().stream()
        .filter(item -> id.equals(item.get("@id")) && item.containsKey("name"))
        .findFirst();
  }

  private static Optional<String> description(Map<String, Object> article, PageHead head) {
    return string(article, "description")
        .or(
            () ->
                head.first(
                    "og:description", "description", "twitter:description", "dc.description"))
        .map(Metadata::plain)
        .filter(text -> text.length() > 10);
  }

  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "datecreated",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "published_time_telegram",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "og:pubdate",
    "og:published_time",
    "rnews:datepublished",
    "citation_publication_date",
    "publication_date",
    "last-modified-original",
    "timestamp",
    "vr:published_time",
    "published",
    "published-date",
    "published_date",
    "w-published-date",
    "publication-date",
    "pub_date",
    "article:publication_date",
    "article.created",
    "date.created",
    "og:publish_date"
  };

  private static final String[] MODIFIED = {
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "lastmod",
    "last-modified", "dcterms.modified", "dc.date.modified", "revised", "og:modified_time"
  };

  private static Optional<String> published(
      Map<String, Object> article, PageHead head, VisibleData seen, String url) {
    return string(article, "datePublished")
        .or(() -> string(article, "dateCreated"))
        .or(() -> string(article, "uploadDate"))
        .flatMap(Dates::parse)
        .or(() -> meta(head, PUBLISHED))
        .map(
            told ->
                Dates.mayBeAnotherDay(told)
                    ? seen.published().filter(s -> Dates.sameElsewhere(told, s)).orElse(told)
                    : told)
        .or(() -> seen.published())
        .or(() -> Dates.inUrl(url))
        .or(() -> string(article, "dateModified").flatMap(Dates::parse));
  }

  private static Optional<String> modified(
      Map<String, Object> article, PageHead head, VisibleData seen) {
    return string(article, "dateModified")
        .flatMap(Dates::parse)
        .or(() -> meta(head, MODIFIED))
        .or(() -> seen.modified());
  }

  private static Optional<String> meta(PageHead head, String[] names) {
    for (var name : names) {
      for (var value : head.all(name)) {
        var date = Dates.parse(value);
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private static Optional<String> language(Map<String, Object> article, PageHead head) {
    for (var given :
        List.of(
            head.lang(),
            string(article, "inLanguage").orElse(""),
            head.first(
                    "og:locale", "content-language", "language", "dc.language", "dcterms.language")
                .orElse(""))) {
      var code = given.strip().toLowerCase(Locale.ROOT).split("[-_,;]", 2)[0];
      if (LANGUAGE.matcher(code).matches()) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** Names without repetition, in order. */
  static List<String> distinct(List<String> names) {
    var seen = new LinkedHashSet<String>();
    var kept = new ArrayList<String>();
    for (var name : names) {
      if (seen.add(Words.folded(name))) {
        kept.add(name);
      }
    }
    return kept;
  }
}
