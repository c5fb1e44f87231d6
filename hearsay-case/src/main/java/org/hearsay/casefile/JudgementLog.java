package org.hearsay.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code judgements.jsonl}: one JSON object a line, only ever appended to. A last line without line
 * break was never acknowledged and is cut at opening; any other line that cannot be read is kept
 * and reported.
 */
final class JudgementLog {
  static final String FILE = "judgements.jsonl";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final List<Judgement> judgements = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long end;
  private final long cut;

  private JudgementLog(Path file, byte[] content) {
    this.file = file;
    var whole = content.length;
    while (whole > 0 && content[whole - 1] != '\n') {
      whole--;
    }
    end = whole;
    cut = content.length - whole;
    parse(new String(content, 0, whole, StandardCharsets.UTF_8).split("\n"));
  }

  private void parse(String[] lines) {
    for (var i = 0; i < lines.length; i++) {
      try {
        if (!lines[i].isBlank()) {
          judgements.add(JSON.readValue(lines[i], Judgement.class));
        }
      } catch (JacksonException e) {
        problems.add(FILE + ":" + (i + 1) + ": not a judgement; it was passed over");
      }
    }
  }

  static JudgementLog open(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    return new JudgementLog(file, Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
  }

  /** On disk when this returns. What stands after the last whole line is overwritten. */
  synchronized void append(Judgement judgement) throws IOException {
    var line = (JSON.writeValueAsString(judgement) + "\n").getBytes(StandardCharsets.UTF_8);
    var fresh = !Files.exists(file);
    try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(end);
      var at = end;
      for (var bytes = ByteBuffer.wrap(line); bytes.hasRemaining(); ) {
        at += out.write(bytes, at);
      }
      out.force(true);
    }
    if (fresh) {
      Disk.forceName(file);
    }
    end += line.length;
    judgements.add(judgement);
  }

  synchronized List<Judgement> all() {
    return List.copyOf(judgements);
  }

  List<String> problems() {
    return problems;
  }

  /** Bytes of an unfinished last line, which the next judgement overwrites. */
  long cut() {
    return cut;
  }
}
