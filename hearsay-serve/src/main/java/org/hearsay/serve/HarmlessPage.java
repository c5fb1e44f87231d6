package org.hearsay.serve;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * A captured page rewritten so that it can be looked at: scripts, frames and forms do nothing,
 * links lead nowhere, nothing is asked of the network. The sandbox and the policy that the copy is
 * sent with hold without this; it is done so that the copy is also quiet and harmless when saved.
 */
final class HarmlessPage {
  private HarmlessPage() {}

  /** The element that the frame jumps to. */
  static final String ANCHOR = "hearsay-lit";

  private static final String REMOVED =
      "script, base, link, meta, iframe, frame, frameset > frame, object, embed, applet, portal,"
          + " fencedframe, template, audio, video, source, track";
  private static final String DISABLED = "input, button, select, textarea, option, fieldset";
  private static final Set<String> ADDRESSES =
      Set.of(
          "action",
          "formaction",
          "ping",
          "src",
          "srcset",
          "poster",
          "background",
          "data",
          "cite",
          "longdesc",
          "manifest",
          "codebase",
          "classid",
          "xlink:href",
          "imagesrcset",
          "lowsrc",
          "dynsrc",
          "usemap",
          "profile",
          "target",
          "autofocus",
          "accesskey",
          "contenteditable",
          "srcdoc",
          "popover",
          "popovertarget",
          "http-equiv");
  private static final Pattern STYLE_ADDRESS =
      Pattern.compile("(?i)url\\(\\s*+(?!['\"]?data:)[^)]*+\\)?");
  private static final Pattern STYLE_RULE =
      Pattern.compile("(?i)@import[^;]*+;?|@font-face\\s*+\\{[^}]*+\\}?");

  /** A consent wall that no script can close would cover what was lit: it goes where it stands. */
  private static final Pattern PINNED = Pattern.compile("(?i)position\\s*+:\\s*+fixed");

  private static final String STYLE =
      """
      html,body{overflow:auto!important;height:auto!important;max-height:none!important}
      .hearsay-copy{all:initial;display:block;font:13px/1.5 system-ui,sans-serif;color:#1d2b2c;
        background:#e3eceb;border-bottom:1px solid #a9bfbd;padding:8px 14px}
      .hearsay-copy code{font:12px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
      mark[data-hearsay]{all:unset;scroll-margin:35vh 0;border-radius:2px}
      mark[data-hearsay]{color:#14181b!important;-webkit-text-fill-color:#14181b!important;
        box-decoration-break:clone;-webkit-box-decoration-break:clone}
      mark[data-hearsay=content]{background:#ffe38a!important;box-shadow:0 0 0 2px #ffe38a}
      mark[data-hearsay=passage]{background:#ffe38a!important;box-shadow:0 0 0 2px #ffe38a}
      mark[data-hearsay=source]{background:#bfdcff!important;box-shadow:0 0 0 2px #bfdcff}
      mark[data-hearsay=cue]{background:#ffcfa3!important;box-shadow:0 0 0 2px #ffcfa3}
      img:not([src]){min-width:24px;min-height:24px;outline:1px dashed #999;outline-offset:-1px}
      """;

  /**
   * @param page the decoded source
   * @param marks stretches of it, each within one run of text
   * @param sha256 of the original, told in the line at the top
   */
  static String ofHtml(String page, Marks marks, String sha256) {
    var document = Jsoup.parse(withMarks(page, marks.inOrder(), sha256));
    document.outputSettings().prettyPrint(false).charset("UTF-8");
    quieten(document);
    trust(document, "hearsay-" + sha256);
    addNotice(document, sha256);
    return document.outerHtml();
  }

  /** Plain text as a page. */
  static String ofText(String text, Marks marks, String sha256) {
    var out = new StringBuilder("<pre class=hearsay-text>");
    var at = 0;
    for (var mark : marks.inOrder()) {
      out.append(Entities.escape(text.substring(at, mark.start())))
          .append(open(mark, "hearsay-" + sha256));
      out.append(Entities.escape(text.substring(mark.start(), mark.end()))).append("</mark>");
      at = mark.end();
    }
    out.append(Entities.escape(text.substring(at))).append("</pre>");
    var document = Jsoup.parse(out.toString());
    document.outputSettings().prettyPrint(false);
    trust(document, "hearsay-" + sha256);
    addNotice(document, sha256);
    style(document, "pre{white-space:pre-wrap;font:15px/1.6 ui-monospace,monospace}");
    return document.outerHtml();
  }

  /** A page that only says why there is nothing to see. */
  static String message(String why) {
    var document = Document.createShell("");
    document.body().appendElement("p").text(why);
    style(document, "body{font:16px/1.5 system-ui,sans-serif;padding:2em;color:#333}");
    return document.outerHtml();
  }

  private static String withMarks(String page, List<Marks.Mark> marks, String sha256) {
    var out = new StringBuilder(page.length() + marks.size() * 120);
    var at = 0;
    for (var mark : marks) {
      out.append(page, at, mark.start()).append(open(mark, "hearsay-" + sha256));
      out.append(page, mark.start(), mark.end()).append("</mark>");
      at = mark.end();
    }
    return out.append(page, at, page.length()).toString();
  }

  /** The class names the page's own hash, which no page can hold: it cannot forge a mark. */
  private static String open(Marks.Mark mark, String secret) {
    return "<mark class=\"" + secret + "\" title=\"" + mark.tone() + "\">";
  }

  private static void trust(Document document, String secret) {
    document.select("[data-hearsay]").removeAttr("data-hearsay");
    document.select("#" + ANCHOR).removeAttr("id");
    var marks = document.select("mark." + secret);
    for (var mark : marks) {
      mark.attr("data-hearsay", mark.attr("title")).removeAttr("class").removeAttr("title");
      mark.parents().forEach(HarmlessPage::unfold);
    }
    marks.stream().findFirst().ifPresent(first -> first.attr("id", ANCHOR));
  }

  private static void unfold(Element around) {
    around.removeAttr("hidden");
    if (around.normalName().equals("details")) {
      around.attr("open", "");
    }
  }

  private static void quieten(Document document) {
    document.select(REMOVED).remove();
    document.select(DISABLED).attr("disabled", "");
    for (var element : document.getAllElements()) {
      for (var attribute : element.attributes().asList()) {
        if (loadsOrActs(attribute)) {
          element.removeAttr(attribute.getKey());
        }
      }
      if (element.hasAttr("href")) {
        defuse(element);
      }
      if (element.hasAttr("style")) {
        element.attr("style", withoutAddresses(element.attr("style")));
      }
    }
    for (var style : document.select("style")) {
      var css = withoutAddresses(STYLE_RULE.matcher(style.data()).replaceAll(""));
      style.empty().appendChild(new DataNode(css));
    }
  }

  private static boolean loadsOrActs(Attribute attribute) {
    var name = attribute.getKey().toLowerCase(Locale.ROOT);
    if (name.startsWith("on")) {
      return true;
    }
    var picture = name.equals("src") && attribute.getValue().startsWith("data:image/");
    return ADDRESSES.contains(name) && !picture;
  }

  /** A link keeps its address to be read, not to be followed; one within the page stays. */
  private static void defuse(Element link) {
    var href = link.attr("href");
    if (href.startsWith("#")) {
      return;
    }
    link.removeAttr("href");
    if (link.normalName().equals("a")) {
      link.attr("title", href).attr("style", "text-decoration:underline;" + link.attr("style"));
    }
  }

  private static String withoutAddresses(String css) {
    var quiet = STYLE_ADDRESS.matcher(css).replaceAll("none");
    return PINNED.matcher(quiet).replaceAll("position:static");
  }

  private static void addNotice(Document document, String sha256) {
    var notice = new Element("div").addClass("hearsay-copy").attr("role", "note");
    notice.appendText(
        "Marked copy of a captured page. Scripts, forms and links do nothing here, and pictures and"
            + " styles from the network are not loaded. The original is kept unaltered, SHA-256 ");
    notice.appendElement("code").text(sha256);
    document.body().prependChild(notice);
    style(document, STYLE);
  }

  private static void style(Document document, String css) {
    document.head().appendElement("meta").attr("charset", "UTF-8");
    document.head().appendElement("style").appendChild(new DataNode(css));
  }
}
