package org.hearsay.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All words that tell something of an element when its class, id or kindred attributes hold them,
 * found in one pass. Those of {@code class-words.tsv} speak for or against the article, those of
 * {@code furniture-classes.tsv} say what furniture it is (the first of the table counts); the
 * others are below.
 */
final class ClassWords {

  /** What words say, as bits of a set. */
  static final int UNLIKELY = 1;

  static final int LIKELY = 1 << 1;
  static final int CAPTION = 1 << 2;
  static final int STANDFIRST = 1 << 3;
  static final int BANNER = 1 << 4;
  static final int CREDIT = 1 << 5;
  static final int COMMENT = 1 << 6;
  static final int BYLINE = 1 << 7;
  static final int AUTHOR = 1 << 8;
  static final int AUTHORITY = 1 << 9;
  static final int DATE = 1 << 10;
  static final int UPDATE = 1 << 11;
  static final int PUBLISH = 1 << 12;
  static final int TIME = 1 << 13;
  static final int SOMETIME = 1 << 14;

  /** A box of facts; beyond the bits of {@link PageElements}. */
  static final int FACTS = 1 << 21;

  /** Bits of what {@link VisibleData} asks for. */
  static final int SHOWN = ~(COMMENT - 1) & (1 << 15) - 1;

  /** What a click opens. */
  static final int OPENED = 1 << 23;

  private static final String[] CAPTIONS = {
    "caption", "legende", "bildunterschrift", "bildtext", "bildetekst", "billedtekst", "cutline"
  };

  private static final String[] CREDITS = {
    "credit",
    "copyright",
    "photographer",
    "courtesy",
    "attribution",
    "image-source",
    "rights",
    "agency",
    "fotograf",
    "signature"
  };

  private static final String[] BANNERS = {
    "wm-ipp", "wm-toolbar", "archive-banner", "archive-toolbar", "ukwa-banner", "wb_iframe"
  };

  private static final String[] STANDFIRSTS = {
    "standfirst",
    "chapo",
    "chapeau",
    "sub-headline",
    "subheadline",
    "subtitle",
    "sub-title",
    "subheading",
    "dek",
    "strapline",
    "article-summary",
    "article__summary",
    "article-lead",
    "teaser-text",
    "kicker-text",
    "intro-text",
    "article__desc",
    "article-desc",
    "header-description",
    "vorspann",
    "einleitung",
    "leadtext",
    "lead-text",
    "text-lead",
    "leadin",
    "elementlead",
    "preamble",
    "ingress",
    "excerpt",
    "teaser__text",
    "teasertext",
    "teaser_text",
    "intro__text",
    "typo-intro",
    "reader__intro",
    "sommario",
    "entradilla",
    "copete",
    "perex",
    "manchet"
  };

  private static final String[] OPENED_BY_A_CLICK = {
    "accordion",
    "collaps",
    "expand",
    "toggle",
    "tab-",
    "tabs-",
    "tabpanel",
    "region",
    "faq",
    "read-more",
    "readmore",
    "unfold"
  };

  private static final String[] BOXES_OF_FACTS = {
    "factbox",
    "fact-box",
    "fact_box",
    "facts-box",
    "faktabox",
    "faktaboks",
    "faktaruta",
    "faktenbox",
    "fakten-box",
    "faktenkasten",
    "infokasten",
    "infobox",
    "info-box",
    "encadre",
    "expandable-box",
    "aisummary",
    "ai-summary"
  };

  /**
   * A word and what it says.
   *
   * @param rank place in the table of furniture; {@link #NO_RANK} when it is not from there
   * @param once the number of a word so short that it counts only as a word of its own, at the
   *     first place where it stands; -1 for the others
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(char[] word, int says, int rank, int once) {}

  static final int NO_RANK = 255;
  private static final int SHORTEST_PART = 4;

  /** Kinds of furniture by rank. */
  private static final List<Furniture.Kind> FURNITURE = new ArrayList<>();

  /** Lowest bits of a character by which it is told. */
  private static final int CODE = 5;

  private static final int TWO = (1 << 2 * CODE) - 1;
  private static final int FOUR = (1 << 4 * CODE) - 1;
  private static final int HASHED = 12;

  /** Whether any word of four at least begins with four characters, by a hash of their codes. */
  private static final boolean[] BEGUN = new boolean[1 << HASHED];

  private static final Entry[][] BY_FOUR = new Entry[1 << HASHED][];

  /** Whether any shorter word begins with two characters, by their codes. */
  private static final boolean[] BRIEF = new boolean[TWO + 1];

  private static Entry[] brief = {};
  private static int shortWords;

  static {
    for (var row : Lexicon.rows("class-words.tsv")) {
      var once = row.get(0).length() < SHORTEST_PART ? shortWords++ : -1;
      add(row.get(0), row.get(1).equals("furniture") ? UNLIKELY : LIKELY, NO_RANK, once);
    }
    for (var row : Lexicon.rows("furniture-classes.tsv")) {
      FURNITURE.add(Furniture.Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)));
      add(row.get(1), 0, FURNITURE.size() - 1, -1);
    }
    addAll(CAPTIONS, CAPTION);
    addAll(STANDFIRSTS, STANDFIRST);
    addAll(BANNERS, BANNER);
    addAll(CREDITS, CREDIT);
    addAll(BOXES_OF_FACTS, FACTS);
    addAll(OPENED_BY_A_CLICK, OPENED);
    addAll(new String[] {"comment", "kommentar"}, COMMENT);
    addAll(new String[] {"byline", "auteur"}, BYLINE);
    addAll(new String[] {"author"}, AUTHOR);
    addAll(new String[] {"authority"}, AUTHORITY);
    addAll(new String[] {"date"}, DATE);
    addAll(new String[] {"update"}, UPDATE);
    addAll(new String[] {"publish"}, PUBLISH);
    addAll(new String[] {"time"}, TIME);
    addAll(new String[] {"sometime"}, SOMETIME);
  }

  private static int code(int before, char c) {
    return before << CODE | c & (1 << CODE) - 1;
  }

  private static int hash(int code) {
    return (code & FOUR) * 0x9E3779B1 >>> Integer.SIZE - HASHED;
  }

  private static void addAll(String[] words, int says) {
    for (var word : words) {
      add(word, says, NO_RANK, -1);
    }
  }

  private static void add(String word, int says, int rank, int once) {
    var code = 0;
    for (var i = 0; i < Math.min(SHORTEST_PART, word.length()); i++) {
      code = code(code, word.charAt(i));
    }
    var entry = new Entry(word.toCharArray(), says, rank, once);
    if (word.length() < SHORTEST_PART) {
      BRIEF[code >> (word.length() - 2) * CODE] = true;
      brief = with(brief, entry);
    } else {
      BEGUN[hash(code)] = true;
      BY_FOUR[hash(code)] = with(BY_FOUR[hash(code)], entry);
    }
  }

  private static Entry[] with(Entry @Nullable [] entries, Entry more) {
    var all = entries == null ? new Entry[1] : Arrays.copyOf(entries, entries.length + 1);
    all[all.length - 1] = more;
    return all;
  }

  static Furniture.Kind furniture(int rank) {
    return rank == NO_RANK ? Furniture.Kind.OTHER : FURNITURE.get(rank);
  }

  /** What the words found so far say. */
  int says;

  /** The best rank found so far. */
  int rank;

  /** Hash of the characters so far, digits left out. */
  int hash;

  /** How many characters so far. */
  int length;

  private int seenOnce;

  /** Starts with another element. */
  void reset() {
    says = 0;
    rank = NO_RANK;
    hash = 0;
    length = 0;
    seenOnce = 0;
  }

  /**
   * Looks through one attribute's value, and counts a space after it.
   *
   * @param most how much of it counts as names; words that {@link #SHOWN} is about count beyond
   * @param shown whether those words count at all
   */
  void add(char[] chars, int from, int to, int most, boolean shown) {
    var end = Math.min(to, from + most);
    var last = shown ? to : end;
    var mixed = hash;
    var code = 0;
    for (var i = from; i < last; i++) {
      var c = lower(chars[i]);
      if (i < end && (c < '0' || c > '9')) {
        mixed = mixed * 31 + c;
      }
      code = code(code, c);
      if (BEGUN[hash(code)] && i - 3 >= from) {
        look(BY_FOUR[hash(code)], chars, i - 3, from, last, end, shown);
      }
      if (BRIEF[code & TWO] && i > from) {
        look(brief, chars, i - 1, from, last, end, shown);
      }
    }
    hash = mixed * 31 + ' ';
    length += end - from + 1;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }

  private void look(
      Entry[] entries, char[] chars, int at, int from, int last, int end, boolean shown) {
    for (var entry : entries) {
      var stop = at + entry.word.length;
      if (stop > last || !same(entry.word, chars, at)) {
        continue;
      }
      var said = entry.says;
      if ((said & SHOWN) != 0) {
        says |= shown ? said : 0;
      } else if (stop > end) {
        continue;
      } else if (entry.once >= 0) {
        if ((seenOnce & 1 << entry.once) == 0) {
          seenOnce |= 1 << entry.once;
          says |= edge(chars, at - 1, from, end) && edge(chars, stop, from, end) ? said : 0;
        }
      } else {
        says |= said;
        rank = Math.min(rank, entry.rank);
      }
    }
  }

  private static boolean edge(char[] chars, int at, int from, int end) {
    return at < from || at >= end || !Letters.letterOrDigit(chars[at]);
  }

  private static boolean same(char[] word, char[] chars, int at) {
    for (var i = 0; i < word.length; i++) {
      if (word[i] != lower(chars[at + i])) {
        return false;
      }
    }
    return true;
  }
}
