package org.hearsay.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code time.rules} file: blocks of {@code key: value} lines, parted by blank lines; a
 * line that begins with a blank goes on with the value before it.
 *
 * <p>A block defines a pattern ({@code define, match}) or a rule ({@code rule, match, value, yes,
 * no}). In {@code match}, <code>{name}</code> is a named group of that defined pattern or class of
 * the vocabulary, <code>{name2}</code> a second one, <code>{:name}</code> the same without a group;
 * a blank, an apostrophe and a hyphen stand for all their kinds.
 */
final class RuleReader {

  private static final String WORD_END = "(?![\\p{L}\\p{N}])";
  private static final String KEYS = "define, rule, match, value, yes or no";

  private final String file;
  private final Definitions defined;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * @param defined patterns defined so far; those of this file are added
   */
  RuleReader(String file, Definitions defined) {
    this.file = file;
    this.defined = defined;
  }

  /** One block as written. */
  private static final class Block {
    final int line;
    final Map<String, String> values = new LinkedHashMap<>();
    final Map<String, Integer> lines = new LinkedHashMap<>();
    final List<String> yes = new ArrayList<>();
    final List<String> no = new ArrayList<>();

    Block(int line) {
      this.line = line;
    }
  }

  /**
   * @throws RuleException when the file is not well-formed; names the line
   */
  List<Rule> read(List<String> lines) {
    Block block = null;
    String key = null;
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("#")) {
        continue;
      }
      if (line.isBlank()) {
        close(block);
        block = null;
        continue;
      }
      if (block == null) {
        block = new Block(i + 1);
      }
      if (Character.isWhitespace(line.charAt(0)) && key != null) {
        block.values.merge(key, line.strip(), String::concat);
        continue;
      }
      key = take(block, line, i + 1);
    }
    close(block);
    return rules;
  }

  /** Takes one line into the block; the key when the next line may go on with it. */
  private @Nullable String take(Block block, String line, int number) {
    var colon = line.indexOf(':');
    var key = colon < 0 ? line.strip() : line.substring(0, colon).strip();
    var value = colon < 0 ? "" : line.substring(colon + 1).strip();
    switch (key) {
      case "yes" -> block.yes.add(value);
      case "no" -> block.no.add(value);
      case "define", "rule", "match", "value" -> {
        if (block.values.put(key, value) != null) {
          throw new RuleException(file, number, "a second '" + key + "' in one block");
        }
        block.lines.put(key, number);
        return key;
      }
      default -> throw new RuleException(file, number, unknown(key));
    }
    return null;
  }

  private static String unknown(String key) {
    return "unknown key '" + key + "'; expected " + KEYS;
  }

  private void close(@Nullable Block block) {
    if (block == null) {
      return;
    }
    var match = block.values.get("match");
    if (match == null) {
      throw new RuleException(file, block.line, "a block without 'match'");
    }
    var line = block.lines.getOrDefault("match", block.line);
    var name = block.values.get("define");
    if (name != null) {
      defined.add(name, match, file, line);
      return;
    }
    rules.add(rule(block, match, line));
  }

  private Rule rule(Block block, String match, int line) {
    var name = block.values.get("rule");
    var value = block.values.get("value");
    if (name == null || value == null) {
      throw new RuleException(file, block.line, "a rule needs 'rule', 'match' and 'value'");
    }
    if (block.yes.isEmpty() || block.no.isEmpty()) {
      throw new RuleException(
          file, block.line, "rule '" + name + "' needs one 'yes' and one 'no' example at least");
    }
    var words = value.split(" +");
    var valueLine = block.lines.getOrDefault("value", block.line);
    defined.check(match, file, line);
    try {
      var sense = Sense.named(words[0]);
      var fields = fields(words, valueLine);
      return new Rule(
          name,
          file,
          block.line,
          new RulePattern(match, end(sense), defined, file, line),
          sense,
          only(fields.getOrDefault("only", "")),
          fields,
          List.copyOf(block.yes),
          List.copyOf(block.no));
    } catch (IllegalArgumentException e) {
      throw new RuleException(file, valueLine, String.valueOf(e.getMessage()));
    }
  }

  private static Set<Sense> only(String names) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(",")).map(Sense::named).collect(Collectors.toUnmodifiableSet());
  }

  private static String end(Sense sense) {
    return sense.isLink() ? "" : sense.isPrefix() ? "(?:(?<=['’-])|" + WORD_END + ")" : WORD_END;
  }

  private Map<String, String> fields(String[] words, int line) {
    var fields = new LinkedHashMap<String, String>();
    for (var i = 1; i < words.length; i++) {
      var parts = words[i].split("=", 2);
      if (parts.length != 2) {
        throw new RuleException(file, line, "'" + words[i] + "' is not name=value");
      }
      fields.put(parts[0], parts[1]);
    }
    return Map.copyOf(fields);
  }
}
