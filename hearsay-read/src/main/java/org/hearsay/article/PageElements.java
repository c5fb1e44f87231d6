package org.hearsay.article;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of a page's elements say, read when asked for and kept. Many start tags of a
 * page are written alike: those say the same, and are read once.
 */
final class PageElements {

  private static final int HIDDEN = 1 << 16;
  private static final int ARTICLE_BODY = 1 << 17;
  private static final int LONG = 1 << 18;
  private static final int STATES = 1 << 19;
  private static final int TO_AUTHOR = 1 << 20;
  private static final int UNSEEN = 1 << 22;

  /** It has names, be they none that say anything. */
  private static final int NAMED = 1 << 24;

  private static final int TO_BE_OPENED = ClassWords.OPENED;

  /** More than so many characters of names are no name of a standfirst. */
  private static final int LONG_NAMES = 200;

  private static final int SHORTEST = 8;
  private static final int MOST_NAMES = 300;
  private static final int MOST_OTHER = 60;
  private static final int[] NONE = new int[0];

  private final HtmlTree tree;
  private final Attributes attributes;
  private final ClassWords words = new ClassWords();

  /** By element; null until it is asked for. */
  private final @Nullable StartTag[] read;

  /** Those met last, by a hash of theirs. */
  private final @Nullable StartTag[] met = new StartTag[1 << SEATS];

  private static final int SEATS = 9;

  /** What start tags of one wording say. */
  private static final class StartTag {

    /** Too short to say anything. */
    static final StartTag BARE = new StartTag(-1, 0, 0, ClassWords.NO_RANK);

    /** The first element that has it. */
    final int node;

    final int flags;
    final int hash;
    final int rank;

    /** See {@link PageElements#tokens}; null until they are asked for. */
    int @Nullable [] tokens;

    StartTag(int node, int flags, int hash, int rank) {
      this.node = node;
      this.flags = flags;
      this.hash = hash;
      this.rank = rank;
      this.tokens = (flags & NAMED) == 0 ? NONE : null;
    }
  }

  PageElements(HtmlTree tree) {
    this.tree = tree;
    this.attributes = new Attributes(tree.chars());
    this.read = new StartTag[tree.size()];
  }

  boolean hidden(int node) {
    return (at(node) & HIDDEN) != 0;
  }

  /**
   * Whether no reader sees it, even after a click: what says {@code aria-hidden} alone is on the
   * screen, and what says it and is hidden is what a script opens and closes.
   */
  boolean unseen(int node) {
    return (at(node) & (UNSEEN | TO_BE_OPENED)) == UNSEEN;
  }

  boolean articleBody(int node) {
    return (at(node) & ARTICLE_BODY) != 0;
  }

  /** Whether any of what speaks for or against a text in it is so: hidden, body, likely or not. */
  boolean placed(int node) {
    return (at(node) & (HIDDEN | ARTICLE_BODY | ClassWords.UNLIKELY | ClassWords.LIKELY)) != 0;
  }

  boolean unlikely(int node) {
    return (at(node) & ClassWords.UNLIKELY) != 0;
  }

  boolean likely(int node) {
    return (at(node) & ClassWords.LIKELY) != 0;
  }

  boolean caption(int node) {
    return (at(node) & ClassWords.CAPTION) != 0;
  }

  boolean standfirst(int node) {
    return (at(node) & (ClassWords.STANDFIRST | LONG)) == ClassWords.STANDFIRST;
  }

  /** Of a web archive. */
  boolean banner(int node) {
    return (at(node) & ClassWords.BANNER) != 0;
  }

  /** A box of facts beside a text. */
  boolean facts(int node) {
    return (at(node) & ClassWords.FACTS) != 0;
  }

  /** Of a picture. */
  boolean credit(int node) {
    return (at(node) & ClassWords.CREDIT) != 0;
  }

  /** What furniture its names say it is; other when they say nothing. */
  Furniture.Kind furniture(int node) {
    return ClassWords.furniture(startTag(node).rank);
  }

  /** Whether an attribute of the kinds that state something, or a name, can tell of metadata. */
  boolean shows(int node) {
    return (at(node) & (ClassWords.SHOWN | STATES | TO_AUTHOR)) != 0;
  }

  /** Whether it has {@code rel}, {@code property} or {@code itemprop}. */
  boolean states(int node) {
    return (at(node) & STATES) != 0;
  }

  /** Whether it is a link to the page about an author. */
  boolean toAuthor(int node) {
    return (at(node) & TO_AUTHOR) != 0;
  }

  /** Whether its class, id or test id has one of these words of {@link ClassWords}. */
  boolean named(int node, int words) {
    return (at(node) & words) != 0;
  }

  /** Hash of its names, digits left out; 0 without any. */
  int nameHash(int node) {
    return startTag(node).hash;
  }

  private int at(int node) {
    return startTag(node).flags;
  }

  private StartTag startTag(int node) {
    var found = read[node];
    if (found == null) {
      found = tree.openEnd(node) - tree.start(node) < SHORTEST ? StartTag.BARE : alike(node);
      read[node] = found;
    }
    return found;
  }

  /** The start tag of this wording: one that was met, or read now. */
  private StartTag alike(int node) {
    var chars = tree.chars();
    var from = tree.start(node);
    var to = tree.openEnd(node);
    var seat = seat(chars, from, to);
    var found = met[seat];
    if (found == null
        || !Arrays.equals(
            chars, from, to, chars, tree.start(found.node), tree.openEnd(found.node))) {
      found = read(node);
      met[seat] = found;
    }
    return found;
  }

  /** By its length and four of its last characters, so that not all need be gone through. */
  private static int seat(char[] chars, int from, int to) {
    var hash = to - from;
    for (var back = 2; back <= SHORTEST; back += 2) {
      hash = hash * 31 + chars[to - back];
    }
    return hash * 0x9E3779B1 >>> Integer.SIZE - SEATS;
  }

  private StartTag read(int node) {
    words.reset();
    var flags = 0;
    for (var each = attributes.of(tree.start(node), tree.openEnd(node)); each.next(); ) {
      switch (kind(each)) {
        case NAME -> add(each, MOST_NAMES, true);
        case OTHER_NAME -> add(each, MOST_NAMES, false);
        case LABEL -> add(each, MOST_OTHER, false);
        case ITEMPROP -> {
          flags =
              each.value().toLowerCase(Locale.ROOT).contains("articlebody")
                  ? flags | ARTICLE_BODY
                  : flags & ~ARTICLE_BODY;
          flags |= STATES;
          add(each, MOST_OTHER, false);
        }
        case PROPERTY ->
            flags |= STATES | (each.value().endsWith("articleBody") ? ARTICLE_BODY : 0);
        case REL -> flags |= STATES;
        case HIDES -> flags |= HIDDEN | UNSEEN;
        case ARIA_HIDDEN -> flags |= each.value().equals("true") ? HIDDEN | TO_BE_OPENED : 0;
        case STYLE -> flags |= hides(each) ? HIDDEN | UNSEEN : 0;
        case HREF ->
            flags |=
                tree.tag(node) == Tag.A
                        && Profiles.in(tree.chars(), each.valueStart(), each.valueEnd())
                    ? TO_AUTHOR
                    : 0;
        default -> {}
      }
    }
    flags |= words.says | (words.length > 0 ? NAMED : 0) | (words.length > LONG_NAMES ? LONG : 0);
    return new StartTag(node, flags, words.hash, words.rank);
  }

  private enum Attribute {
    NAME,
    OTHER_NAME,
    LABEL,
    ITEMPROP,
    PROPERTY,
    REL,
    HIDES,
    ARIA_HIDDEN,
    STYLE,
    HREF,
    NONE
  }

  private static Attribute kind(Attributes each) {
    return switch (each.nameLength()) {
      case 2 -> each.is("id") ? Attribute.NAME : Attribute.NONE;
      case 3 -> each.is("rel") ? Attribute.REL : Attribute.NONE;
      case 4 ->
          each.is("href")
              ? Attribute.HREF
              : each.is("role") ? Attribute.OTHER_NAME : Attribute.NONE;
      case 5 ->
          each.is("class") ? Attribute.NAME : each.is("style") ? Attribute.STYLE : Attribute.NONE;
      case 6 -> each.is("hidden") ? Attribute.HIDES : Attribute.NONE;
      case 7 ->
          each.is("data-qa")
              ? Attribute.OTHER_NAME
              : each.is("pubdate") ? Attribute.REL : Attribute.NONE;
      case 8 ->
          each.is("itemprop")
              ? Attribute.ITEMPROP
              : each.is("property") ? Attribute.PROPERTY : Attribute.NONE;
      case 9 -> each.is("data-type") ? Attribute.OTHER_NAME : Attribute.NONE;
      case 10 -> each.is("aria-label") ? Attribute.LABEL : Attribute.NONE;
      case 11 ->
          each.is("data-testid")
              ? Attribute.NAME
              : each.is("data-module")
                  ? Attribute.OTHER_NAME
                  : each.is("aria-hidden") ? Attribute.ARIA_HIDDEN : Attribute.NONE;
      case 14 -> each.is("data-component") ? Attribute.OTHER_NAME : Attribute.NONE;
      default -> Attribute.NONE;
    };
  }

  /** Plain values are looked through where they stand; the others as the text they are. */
  private void add(Attributes each, int most, boolean shown) {
    var chars = tree.chars();
    for (var i = each.valueStart(); i < each.valueEnd(); i++) {
      if (chars[i] == '&' || chars[i] >= 128) {
        var value = each.value();
        // what is cut off is cut before letters are made small, which may lengthen them
        var cut = value.substring(0, Math.min(most, value.length())).toLowerCase(Locale.ROOT);
        var whole = cut + value.substring(Math.min(most, value.length())).toLowerCase(Locale.ROOT);
        words.add(whole.toCharArray(), 0, whole.length(), cut.length(), shown);
        return;
      }
    }
    words.add(chars, each.valueStart(), each.valueEnd(), most, shown);
  }

  private static boolean hides(Attributes style) {
    var bare = style.value().replace(" ", "").toLowerCase(Locale.ROOT);
    return bare.contains("display:none") || bare.contains("visibility:hidden");
  }

  /**
   * Hashes of the words in its names: whole words and their parts, as in {@code article-body}:
   * article, body, article-body. Camel case and hyphens part words, digits do not count.
   */
  int[] tokens(int node) {
    var tag = startTag(node);
    if (tag.tokens == null) {
      tag.tokens = readTokens(tag);
    }
    return tag.tokens;
  }

  private int[] readTokens(StartTag tag) {
    gathered = 0;
    for (var each = attributes.of(tree.start(tag.node), tree.openEnd(tag.node)); each.next(); ) {
      var most =
          switch (kind(each)) {
            case NAME, OTHER_NAME -> MOST_NAMES;
            case LABEL, ITEMPROP -> MOST_OTHER;
            default -> 0;
          };
      if (most > 0) {
        gather(each, most);
      }
    }
    return gathered == 0 ? NONE : Arrays.copyOf(room, gathered);
  }

  private static final int MOST_TOKENS = 64;
  private final int[] room = new int[MOST_TOKENS];
  private int gathered;

  /** Plain values are gone through where they stand; the others as the text they are. */
  private void gather(Attributes each, int most) {
    var chars = tree.chars();
    for (var i = each.valueStart(); i < each.valueEnd(); i++) {
      if (chars[i] == '&' || chars[i] >= 128) {
        var value = each.value();
        var names = value.substring(0, Math.min(most, value.length())).toLowerCase(Locale.ROOT);
        gather(names.toCharArray(), 0, names.length());
        return;
      }
    }
    gather(chars, each.valueStart(), Math.min(each.valueEnd(), each.valueStart() + most));
  }

  private void gather(char[] names, int from, int to) {
    var n = gathered;
    var whole = 0;
    var part = 0;
    for (var i = from; i <= to && n + 2 < MOST_TOKENS; i++) {
      var c = i < to ? names[i] : ' ';
      if (Letters.letter(c)) {
        c = Letters.lower(c);
        whole = whole * 31 + c;
        part = part * 31 + c;
        continue;
      }
      if (part != 0) {
        room[n++] = part;
      }
      if (c <= ' ') {
        if (whole != part && whole != 0) {
          room[n++] = whole;
        }
        whole = 0;
      } else if (c < '0' || c > '9') {
        whole = whole == 0 ? 0 : whole * 31 + '-';
      }
      part = 0;
    }
    gathered = n;
  }
}
