package org.hearsay.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authors, one name each.
 *
 * @param lines what the page calls bylines, below its headline
 * @param standing how much they count for
 */
record Bylines(List<String> names, List<String> lines, Standing standing) {

  /** What the names are, as far as the page's data tell. */
  enum Standing {
    /** Who wrote it. */
    WRITERS,
    /** Who runs the site and posts what others write: {@code /author/admin/}. */
    ACCOUNT,
    /** The outlet, or an organisation, or nobody. */
    OUTLET
  }

  private static final String[] META = {
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "dc.contributor",
    "cxenseparse:author",
    "article:author_name",
    "citation_author",
    "authors",
    "og:article:author",
    "twitter:data1"
  };

  /**
   * The first origin that names somebody other than the outlet itself; the outlet's own name when
   * it is all there is. What the page only shows has to look like a person's name to count for more
   * than an outlet that its data names.
   */
  static Bylines choose(
      Map<String, Object> article, PageHead head, VisibleData seen, String site, String host) {
    var lines = seen.authors();
    var told = told(article, head, lines, outlets(article, site, host));
    return new Bylines(told.names(), lines, told.standing());
  }

  /** The names in the lines that the page shows. */
  List<String> shown() {
    var names = new ArrayList<String>();
    lines.forEach(line -> split(line, names));
    return names;
  }

  private static Bylines of(List<String> names, Standing standing) {
    return new Bylines(names, List.of(), standing);
  }

  private static Bylines told(
      Map<String, Object> article, PageHead head, List<String> lines, Set<String> outlets) {
    var fallback = new ArrayList<String>();
    var told = inData(article, head, outlets, fallback);
    var outlet = ofNoPerson(article.get("author"));
    var account = told.stream().allMatch(PersonNames::account);
    if (!told.isEmpty() && !outlet && !account) {
      return of(
          withThoseShown(told, lines),
          ofAccount(article.get("author"), head) ? Standing.ACCOUNT : Standing.WRITERS);
    }
    var names = new ArrayList<String>();
    lines.forEach(line -> split(line, names));
    if (names.stream().anyMatch(PersonNames::person)) {
      names.removeIf(name -> !PersonNames.person(name) && !PersonNames.agency(name));
    } else if (!told.isEmpty()) {
      return of(told, outlet ? Standing.OUTLET : Standing.WRITERS);
    } else if (!fallback.isEmpty()) {
      return of(Metadata.distinct(fallback), Standing.OUTLET);
    }
    return people(names, outlets, fallback)
        ? of(Metadata.distinct(names), Standing.WRITERS)
        : of(
            Metadata.distinct(told.isEmpty() ? fallback : told),
            told.isEmpty() || outlet ? Standing.OUTLET : Standing.WRITERS);
  }

  /** Whether data give none but organisations as authors. */
  private static boolean ofNoPerson(@Nullable Object author) {
    var all = Metadata.list(author);
    return !all.isEmpty()
        && all.stream().allMatch(each -> each instanceof Map<?, ?> item && organisation(item));
  }

  /** Whether the author's own address is that of who runs the site: {@code /author/admin/}. */
  private static boolean ofAccount(@Nullable Object author, PageHead head) {
    var all = Metadata.list(author);
    return all.size() == 1
        && all.get(0) instanceof Map<?, ?> item
        && (account(item)
            || item.get("@id") != null
                && Metadata.byId(head, item.get("@id")).filter(Bylines::account).isPresent());
  }

  private static final Pattern ACCOUNT =
      Pattern.compile(
          "/author/(?:admin\\w{0,12}|administrator|webmaster|root|wordpress)/?(?:#.{0,20})?$");

  private static boolean account(Map<?, ?> item) {
    return Metadata.string(item, "url").filter(url -> ACCOUNT.matcher(url).find()).isPresent()
        || item.get("@id") instanceof String id && ACCOUNT.matcher(id).find();
  }

  /** Data may name the first author alone of those whom the page's byline names in one line. */
  private static List<String> withThoseShown(List<String> told, List<String> lines) {
    for (var line : lines) {
      var shown = new ArrayList<String>();
      split(line, shown);
      var folded = shown.stream().map(Words::folded).toList();
      if (line.indexOf('\n') < 0
          && shown.size() > told.size()
          && shown.stream().allMatch(PersonNames::person)
          && told.stream().allMatch(name -> folded.contains(Words.folded(name)))) {
        return Metadata.distinct(shown);
      }
    }
    return told;
  }

  /** Who the page's data name beside the outlet: the first of them that names anybody. */
  private static List<String> inData(
      Map<String, Object> article, PageHead head, Set<String> outlets, List<String> fallback) {
    for (var key : new String[] {"author", "creator"}) {
      var names = new ArrayList<String>();
      ofItem(article.get(key), head, names, 0);
      if (people(names, outlets, fallback)) {
        return Metadata.distinct(names);
      }
    }
    for (var key : META) {
      if (key.equals("twitter:data1") && !writtenBy(head)) {
        break;
      }
      var names = new ArrayList<String>();
      for (var value : head.all(key)) {
        var whole = Metadata.plain(value);
        if (outlets.contains(Words.folded(whole).replace(" ", ""))) {
          names.add(whole); // an outlet may be called after two persons
        } else if (WITH_ADDRESS.matcher(whole).find()) {
          if (fallback.isEmpty()) {
            fallback.add(WITH_ADDRESS.matcher(whole).replaceFirst(""));
          }
        } else {
          split(whole, names);
        }
      }
      if (people(names, outlets, fallback)) {
        return Metadata.distinct(names);
      }
    }
    return List.of();
  }

  /** An outlet is named with its address: {@code Wrenlow Courier (www.courier.example)}. */
  private static final Pattern WITH_ADDRESS =
      Pattern.compile("\\s*\\((?:https?://|www\\.)[^()\\s]{4,80}\\)$");

  /** Drops the outlet's names; whether anybody is left. */
  private static boolean people(List<String> names, Set<String> outlets, List<String> fallback) {
    var own =
        names.stream()
            .filter(name -> outlets.contains(Words.folded(name).replace(" ", "")))
            .toList();
    if (names.stream().anyMatch(name -> PersonNames.person(name) && !desk(name, outlets))) {
      names.removeIf(name -> !own.contains(name) && desk(name, outlets));
    }
    if (own.size() < names.size()) {
      names.removeAll(own);
    } else {
      names.clear();
      if (fallback.isEmpty()) {
        fallback.addAll(own);
      }
    }
    return !names.isEmpty();
  }

  /** A part of the outlet, beside other names: {@code Courier SPORT} in the Courier. */
  private static boolean desk(String name, Set<String> outlets) {
    var space = name.indexOf(' ');
    return space > 1
        && name.substring(0, space).equals(name.substring(0, space).toUpperCase(Locale.ROOT))
        && outlets.contains(Words.folded(name.substring(0, space)));
  }

  /** What the outlet is called, folded, without spaces: its site, its publisher, its domain. */
  private static Set<String> outlets(Map<String, Object> article, String site, String host) {
    var outlets = new HashSet<String>();
    outlets.add(Words.folded(site).replace(" ", ""));
    Metadata.string(article, "publisher")
        .map(name -> Words.folded(name).replace(" ", ""))
        .ifPresent(outlets::add);
    var domain = host.startsWith("www.") ? host.substring(4) : host;
    outlets.add(Words.folded(domain).replace(" ", ""));
    if (domain.indexOf('.') > 0) {
      outlets.add(Words.folded(domain.substring(0, domain.lastIndexOf('.'))).replace(" ", ""));
    }
    outlets.remove("");
    return outlets;
  }

  private static boolean writtenBy(PageHead head) {
    var label = head.first("twitter:label1").orElse("").toLowerCase(Locale.ROOT);
    return label.startsWith("written") || label.startsWith("écrit") || label.startsWith("verfasst");
  }

  private static void ofItem(@Nullable Object value, PageHead head, List<String> names, int depth) {
    if (depth > 4) {
      return;
    }
    for (var each : Metadata.list(value)) {
      if (each instanceof String text) {
        split(Metadata.plain(text), names);
      } else if (each instanceof Map<?, ?> map) {
        if (map.get("name") != null) {
          if (organisation(map) && map.get("name") instanceof String name && plausible(name)) {
            names.add(Metadata.plain(name));
          } else {
            ofItem(map.get("name"), head, names, depth + 1);
          }
        } else if (map.get("familyName") instanceof String family) {
          var given = map.get("givenName") instanceof String first ? first + " " : "";
          split(Metadata.plain(given + family), names);
        } else if (map.get("@id") != null) {
          Metadata.byId(head, map.get("@id"))
              .ifPresent(item -> ofItem(item.get("name"), head, names, depth + 1));
        } else if (map.get("@list") != null) {
          ofItem(map.get("@list"), head, names, depth + 1);
        }
      }
    }
  }

  private static boolean organisation(Map<?, ?> item) {
    return item.get("@type") instanceof String type && type.endsWith("Organization");
  }

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:;|\\||\\n|\\s+(?:and|et|und|y|e|en|och|og|&)\\s+|,\\s+(?:and|et|und|y)\\s+|\\s+[-–—•·]\\s+|\\s+[-–—]$|、|(?<=\\p{L}{3})/(?=\\p{Lu}\\p{L}{2,} ))\\s*",
          Pattern.CASE_INSENSITIVE);

  /**
   * Whether {@link #BETWEEN} can match at all: one of its signs is there, or a short word between
   * spaces. Most bylines are one name.
   */
  private static boolean mayBeList(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!Letters.letterOrDigit(c) && SIGNS_BETWEEN.indexOf(c) >= 0
          || c <= ' ' && wordEnd(text, i + 1) - i <= SHORT_WORD) {
        return true;
      }
    }
    return false;
  }

  private static final String SIGNS_BETWEEN = "\n;|,/、–—-•·";

  /** Characters of the longest word between two names, and the space before it. */
  private static final int SHORT_WORD = 4;

  private static int wordEnd(String text, int from) {
    var end = from;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }

  /** Takes a byline apart: {@code By Ann Lee and Bob Ray} is two names. */
  static void split(String byline, List<String> names) {
    var text = PersonNames.beforeOthers(byline.strip());
    if (text.length() > 300) {
      return;
    }
    var found = new ArrayList<String>();
    var list = PersonNames.afterPrefix(text);
    for (var part : mayBeList(list) ? BETWEEN.split(list) : new String[] {list}) {
      commas(PersonNames.afterPrefix(part), found);
    }
    if (found.size() > 1 && (text.indexOf('\n') > 0 || PersonNames.person(found.get(0)))) {
      // what follows a name after a bar or a dash is an office or an outlet, if not one more name
      found
          .subList(1, found.size())
          .removeIf(name -> !PersonNames.person(name) && !PersonNames.agency(name));
    }
    for (var name : found) {
      if (names.size() < 30) {
        names.add(name);
      }
    }
  }

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /** {@code Lee, Ann} is one name; {@code Ann Lee, Bob Ray} two; a place or an office none. */
  private static void commas(String part, List<String> found) {
    var commas = part.indexOf(',') < 0 ? new String[] {part} : COMMA.split(part);
    if (commas.length == 0) {
      return; // nothing but a comma
    }
    var first = clean(commas[0]);
    if (commas.length == 1 || !PersonNames.person(first)) {
      if (commas.length > 1 && PersonNames.agency(first)) {
        for (var each : commas) {
          add(each, found);
        }
      } else {
        add(part, found);
      }
      return;
    }
    for (var each : commas) {
      var name = clean(each);
      if (PersonNames.person(name) || PersonNames.agency(name)) {
        add(each, found);
      }
    }
  }

  private static void add(String part, List<String> found) {
    var name = clean(part);
    if (plausible(name)) {
      found.add(name);
    }
  }

  private static String clean(String name) {
    var text = spaced(name.strip());
    var handle = text.lastIndexOf(" @");
    if (handle > 0 && text.indexOf(' ', handle + 1) < 0) {
      text = text.substring(0, handle);
    }
    if (text.endsWith(")") || text.endsWith("기자") || text.indexOf(',') >= 0) {
      text = TAIL.matcher(text).replaceFirst("");
    }
    var from = 0;
    while (from < text.length() && LEFT_EDGE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    var to = text.length();
    while (to > from && RIGHT_EDGE.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    var space = text.lastIndexOf(' ', to - 1);
    return text.substring(
        from, space > from && DANGLING.contains(text.substring(space + 1, to)) ? space : to);
  }

  /** White space of any width as one plain space. */
  private static String spaced(String text) {
    var out = new StringBuilder(text.length());
    var gap = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var space = c == ' ' || c >= '\t' && c <= '\r' || c == '\u00A0';
      if (!space) {
        out.append(c);
      } else if (!gap) {
        out.append(' ');
      }
      gap = space;
    }
    return out.toString();
  }

  /** A signature or an office after the name: {@code Ann Lee (al)}, {@code Ann Lee, Reporter}. */
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*\\([^()]{1,40}\\)$|\\s+기자$|,\\s*(?:staff writer|reporter|correspondent|editor|journaliste)$",
          Pattern.CASE_INSENSITIVE);

  private static final String LEFT_EDGE = " [\"“„«*,+";
  private static final String RIGHT_EDGE = " ]\"”“»*,:→<>•·|+-";

  /** What leads on to a date or a place that stands in an element of its own. */
  private static final Set<String> DANGLING = Set.of("am", "on", "um", "le", "in", "en", "at", "à");

  /** Two short signs of an agency and a writer: {@code dpa/lno}. */
  private static final Pattern SIGNS = Pattern.compile("\\p{L}{2,5}/\\p{L}{2,5}");

  private static boolean plausible(String name) {
    if (name.length() < 2
        || name.length() > 100
        || name.startsWith("http")
        || name.startsWith("@")
        || name.startsWith("(")
        || name.indexOf(':') >= 0
        || name.indexOf('/') >= 0 && name.indexOf(' ') < 0 && !SIGNS.matcher(name).matches()
        || name.indexOf('@') > 0
        || PersonNames.label(name)) {
      return false;
    }
    return name.codePoints().anyMatch(Character::isLetter);
  }
}
