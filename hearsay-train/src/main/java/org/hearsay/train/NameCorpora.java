package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.article.Article;
import org.hearsay.article.Block;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;

/**
 * Reads the corpora of names, each in its own format. Kinds other than the three are one, where all
 * of them are annotated.
 */
final class NameCorpora {
  private NameCorpora() {}

  /**
   * @param format winer (a folder tree of brat files), conll (two columns or more, the name label
   *     in {@code column}), meantime (CAT XML), gum (conllu with Entity=)
   */
  static List<NamedText> read(String format, Path path) throws IOException {
    return switch (format) {
      case "winer" -> winer(path);
      case "wikigold" -> columns(path, " ", 0, 1, false);
      case "uner" -> columns(path, "\t", 1, 2, true);
      case "meantime" -> meantime(path);
      case "gum" -> gum(path);
      case "marked-en" -> MarkedNames.read(path, "en");
      case "written" -> WrittenNames.read(path.toString());
      default -> throw new IllegalArgumentException("unknown format " + format);
    };
  }

  private static Optional<Name.Kind> kind(String label) {
    return switch (label) {
      case "Person", "PER", "person" -> Optional.of(Name.Kind.PERSON);
      case "Organization", "ORG", "organization" -> Optional.of(Name.Kind.ORGANISATION);
      case "Location", "LOC", "place" -> Optional.of(Name.Kind.PLACE);
      case "Event", "Product", "MISC" -> Optional.of(Name.Kind.UNKNOWN);
      default -> Optional.empty();
    };
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  // --- brat

  private static List<NamedText> winer(Path root) throws IOException {
    var documents = new ArrayList<NamedText>();
    var analyser = new LanguageAnalyser();
    for (var ann : files(root, ".ann")) {
      var file = Path.of(ann.toString().replaceFirst("ann$", "txt"));
      var text = Files.readString(file);
      var names = new ArrayList<Name>();
      for (var line : Files.readAllLines(ann)) {
        var cells = line.split("[\t ]");
        if (line.startsWith("T") && cells.length > 3) {
          var kind = kind(cells[1]);
          if (kind.isPresent() && cells[3].matches("\\d+")) {
            names.add(
                new Name(
                    text.offsetByCodePoints(0, Integer.parseInt(cells[2])),
                    text.offsetByCodePoints(0, Integer.parseInt(cells[3])),
                    kind.get()));
          }
        }
      }
      var analysed = analyser.analyse(article("fr", text));
      var others = new ArrayList<>(names);
      names.removeIf(name -> name.kind() == Name.Kind.UNKNOWN);
      others.removeIf(name -> name.kind() != Name.Kind.UNKNOWN);
      documents.add(
          NamedText.whole(
              ann.getFileName().toString().replace(".ann", ""),
              text,
              analysed.tokens(),
              analysed.sentences(),
              Stream.concat(outermost(names).stream(), outermost(others).stream()).toList()));
    }
    return documents;
  }

  /** Nested names: the longest ones. */
  private static List<Name> outermost(List<Name> names) {
    names.sort(Comparator.comparingInt(Name::start).thenComparing(n -> -n.end()));
    var kept = new ArrayList<Name>();
    var end = 0;
    for (var name : names) {
      if (name.start() >= end) {
        kept.add(name);
        end = name.end();
      }
    }
    return kept;
  }

  /** Plain text as an article: blank lines part its paragraphs. */
  static Article article(String language, String text) {
    var blocks = new ArrayList<Block>();
    var matcher = Pattern.compile("[^\n]+(?:\n[^\n]+)*").matcher(text);
    while (matcher.find()) {
      blocks.add(new Block(Block.Kind.PARAGRAPH, matcher.start(), matcher.end(), null));
    }
    return new Article(
        null, null, null, null, List.of(), null, null, language, text, blocks, List.of(), List.of(),
        null);
  }

  // --- columns

  /** One document for every ~20 sentences when the file does not part them. */
  private static List<NamedText> columns(
      Path path, String separator, int form, int label, boolean iob) throws IOException {
    var documents = new ArrayList<NamedText>();
    var builder = new Builder(path.getFileName().toString(), !iob);
    for (var line : Files.readAllLines(path)) {
      if (line.startsWith("# newdoc")) {
        builder.flush(documents);
      } else if (line.isBlank()) {
        builder.endSentence();
        if (!iob && builder.sentences.size() >= 12) {
          builder.flush(documents);
        }
      } else if (!line.startsWith("# ")) {
        var cells = line.split(separator, -1);
        if (cells[form].equals("-DOCSTART-")) {
          builder.flush(documents);
        } else {
          builder.add(cells[form], cells[label]);
        }
      }
    }
    builder.flush(documents);
    return documents;
  }

  /** Collects words with IOB labels into documents. */
  private static final class Builder {
    private final String name;
    private final boolean whole;
    private final List<String> words = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<int[]> sentences = new ArrayList<>();
    private int first;
    private int documents;

    Builder(String name, boolean whole) {
      this.name = name;
      this.whole = whole;
    }

    void add(String word, String label) {
      words.add(word.replace(' ', '_'));
      labels.add(label);
    }

    void endSentence() {
      if (words.size() > first) {
        sentences.add(new int[] {first, words.size()});
        first = words.size();
      }
    }

    void flush(List<NamedText> into) {
      endSentence();
      if (!words.isEmpty()) {
        into.add(build());
      }
      words.clear();
      labels.clear();
      sentences.clear();
      first = 0;
    }

    private NamedText build() {
      var text = WordText.of(words);
      var spans = new ArrayList<Sentence>();
      var gold = new ArrayList<Name>();
      for (var s : sentences) {
        spans.add(
            new Sentence(
                text.tokens().get(s[0]).start(), text.tokens().get(s[1] - 1).end(), s[0], s[1]));
        for (var i = s[0]; i < s[1]; ) {
          var end = i + 1;
          var kind =
              labels.get(i).length() > 2
                  ? kind(labels.get(i).substring(2))
                  : Optional.<Name.Kind>empty();
          while (end < s[1]
              && labels.get(end).startsWith("I-")
              && labels
                  .get(end)
                  .substring(2)
                  .equals(labels.get(i).length() > 2 ? labels.get(i).substring(2) : "")) {
            end++;
          }
          if (kind.isPresent()) {
            gold.add(
                new Name(
                    text.tokens().get(i).start(), text.tokens().get(end - 1).end(), kind.get()));
          }
          i = end;
        }
      }
      var id = name + "-" + ++documents;
      return whole
          ? NamedText.whole(id, text.text(), text.tokens(), List.copyOf(spans), gold)
          : new NamedText(id, text.text(), text.tokens(), List.copyOf(spans), gold);
    }
  }

  // --- MEANTIME

  private static final Pattern TOKEN =
      Pattern.compile("<token number=\"\\d+\" sentence=\"(\\d+)\" t_id=\"(\\d+)\">([^<]*)</token>");
  private static final Pattern MENTION =
      Pattern.compile(
          "<ENTITY_MENTION [^>]*?head=\"([^\"]*)\"[^>]*?m_id=\"(\\d+)\"[^>]*?syntactic_type=\"(\\w+)\"[^>]*>(.*?)</ENTITY_MENTION>",
          Pattern.DOTALL);
  private static final Pattern ANCHOR = Pattern.compile("<token_anchor t_id=\"(\\d+)\"");

  private static List<NamedText> meantime(Path root) throws IOException {
    var documents = new ArrayList<NamedText>();
    for (var file : files(root, ".xml")) {
      var xml = Files.readString(file);
      var words = new ArrayList<String>();
      var sentenceOf = new ArrayList<Integer>();
      var indexOf = new HashMap<String, Integer>();
      for (var m = TOKEN.matcher(xml); m.find(); ) {
        indexOf.put(m.group(2), words.size());
        words.add(
            m.group(3)
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replace(' ', '_'));
        sentenceOf.add(Integer.parseInt(m.group(1)));
      }
      var end = annotatedEnd(xml, indexOf, sentenceOf);
      var names = meantimeNames(xml, words, indexOf).stream().filter(n -> n.end <= end).toList();
      documents.add(
          new Words(
                  file.getFileName().toString(), words.subList(0, end), sentenceOf.subList(0, end))
              .named(new ArrayList<>(names)));
    }
    return documents;
  }

  /** Only the first sentences of an article are annotated: the end of the last with any mention. */
  private static int annotatedEnd(
      String xml, Map<String, Integer> indexOf, List<Integer> sentenceOf) {
    var last = 0;
    for (var a = ANCHOR.matcher(xml); a.find(); ) {
      last = Math.max(last, indexOf.getOrDefault(a.group(1), 0));
    }
    var end = last + 1;
    while (end < sentenceOf.size() && sentenceOf.get(end).equals(sentenceOf.get(last))) {
      end++;
    }
    return end;
  }

  private record WordSpan(int first, int end, Name.Kind kind) {}

  private record Words(String id, List<String> words, List<Integer> sentenceOf) {
    NamedText named(List<WordSpan> spans) {
      var text = WordText.of(words);
      var sentences = new ArrayList<Sentence>();
      for (var i = 0; i < words.size(); ) {
        var end = i + 1;
        while (end < words.size() && sentenceOf.get(end).equals(sentenceOf.get(i))) {
          end++;
        }
        sentences.add(
            new Sentence(text.tokens().get(i).start(), text.tokens().get(end - 1).end(), i, end));
        i = end;
      }
      var names = new ArrayList<Name>();
      for (var span : spans) {
        names.add(
            new Name(
                text.tokens().get(span.first).start(),
                text.tokens().get(span.end - 1).end(),
                span.kind));
      }
      return new NamedText(id, text.text(), text.tokens(), sentences, outermost(names));
    }
  }

  /** The words of a mention that are its head: the name without article, title and apposition. */
  private static WordSpan head(
      List<String> words, int first, int end, String head, Name.Kind kind) {
    var wanted = head.split(" ");
    for (var i = first; i + wanted.length <= end; i++) {
      if (words.subList(i, i + wanted.length).equals(List.of(wanted))) {
        var from = wanted.length > 1 && wanted[0].equalsIgnoreCase("the") ? i + 1 : i;
        return new WordSpan(from, i + wanted.length, kind);
      }
    }
    var from = first + 1 < end && words.get(first).matches("(?i)the|an?") ? first + 1 : first;
    var to = from + 1;
    while (to < end && !words.get(to).matches("[,(]|-{1,2}")) {
      to++;
    }
    return new WordSpan(from, to, kind);
  }

  private static List<WordSpan> meantimeNames(
      String xml, List<String> words, Map<String, Integer> indexOf) {
    var entities = new MeantimeEntities(xml);
    var spans = new ArrayList<WordSpan>();
    for (var m = MENTION.matcher(xml); m.find(); ) {
      var kind = kind(entities.kind(entities.of(m.group(2))));
      var first = Integer.MAX_VALUE;
      var end = 0;
      for (var a = ANCHOR.matcher(m.group(4)); a.find(); ) {
        first = Math.min(first, indexOf.getOrDefault(a.group(1), 0));
        end = Math.max(end, indexOf.getOrDefault(a.group(1), 0) + 1);
      }
      if (m.group(3).equals("NAM") && kind.isPresent() && end > first) {
        spans.add(head(words, first, end, m.group(1), kind.get()));
      }
    }
    return spans;
  }

  // --- GUM

  private static final Pattern BRACKET = Pattern.compile("\\((\\d+)-(\\w+)-[^()]*|(\\d+)\\)|\\)");

  private static final String GUM_TITLES =
      "President|Professor|Prof\\.?|Dr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Sir|General|Senator|Captain|Lord|Lady";

  /** The genres that GUM's licence file names as free for every use; others are left out. */
  private static final Pattern FREE =
      Pattern.compile("GUM_(?:bio|interview|news|voyage|textbook|vlog|speech|conversation)_.*");

  /** Entity mentions that are proper nouns throughout, without their determiner. */
  private static List<NamedText> gum(Path file) throws IOException {
    var documents = new ArrayList<NamedText>();
    var words = new ArrayList<String>();
    var tags = new ArrayList<String>();
    var sentenceOf = new ArrayList<Integer>();
    var spans = new ArrayList<WordSpan>();
    var open = new ArrayList<String[]>();
    var sentence = 0;
    var id = "";
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith("# newdoc id")) {
        if (!words.isEmpty()) {
          documents.add(
              new Words(id, List.copyOf(words), List.copyOf(sentenceOf))
                  .named(new ArrayList<>(spans)));
        }
        id = line.substring(line.indexOf('=') + 2);
        words.clear();
        tags.clear();
        sentenceOf.clear();
        spans.clear();
        open.clear();
      } else if (line.isEmpty()) {
        sentence++;
        open.clear();
      } else if (line.matches("\\d+\t.*")) {
        var cells = line.split("\t");
        words.add(cells[1].replace(' ', '_'));
        tags.add(cells[3]);
        sentenceOf.add(sentence);
        var entity = Pattern.compile("(?:^|\\|)Entity=([^|]*)").matcher(cells[9]);
        if (entity.find()) {
          gumBrackets(entity.group(1), words, tags, open, spans);
        }
      }
    }
    if (!words.isEmpty()) {
      documents.add(
          new Words(id, List.copyOf(words), List.copyOf(sentenceOf)).named(new ArrayList<>(spans)));
    }
    documents.removeIf(document -> !FREE.matcher(document.id()).matches());
    return documents;
  }

  private static void gumBrackets(
      String marks,
      List<String> words,
      List<String> tags,
      List<String[]> open,
      List<WordSpan> spans) {
    for (var m = BRACKET.matcher(marks); m.find(); ) {
      if (m.group(1) != null) {
        open.add(new String[] {m.group(1), m.group(2), String.valueOf(words.size() - 1)});
      } else {
        for (var i = open.size() - 1; i >= 0; i--) {
          if (m.group(3) == null || open.get(i)[0].equals(m.group(3))) {
            var o = open.remove(i);
            gumName(Integer.parseInt(o[2]), words.size(), o[1], words, tags, spans);
            break;
          }
        }
      }
    }
  }

  private static void gumName(
      int first,
      int end,
      String type,
      List<String> words,
      List<String> tags,
      List<WordSpan> spans) {
    while (first < end && (tags.get(first).equals("DET") || words.get(first).matches(GUM_TITLES))) {
      first++;
    }
    for (var i = first; i < end; i++) {
      if (tags.get(i).equals("PUNCT") && words.get(i).matches("[,(]")) {
        end = i;
      }
    }
    while (end > first && words.get(end - 1).matches("['’]s?")) {
      end--;
    }
    var kind = kind(type);
    if (kind.isEmpty() || first >= end) {
      return;
    }
    for (var i = first; i < end; i++) {
      var inner = i > first && i < end - 1 && tags.get(i).matches("ADP|DET|CCONJ|PUNCT");
      if (!tags.get(i).equals("PROPN") && !inner) {
        return;
      }
    }
    spans.add(new WordSpan(first, end, kind.get()));
  }
}
