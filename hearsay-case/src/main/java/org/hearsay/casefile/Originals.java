package org.hearsay.casefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The captures of a case: {@code originals/hearsay-000001.warc.gz} and on, one gzip member a
 * record, only ever appended to. A file that is damaged is left as it is, and a new one begun.
 *
 * <p>Written by one thread at a time; read by any number.
 */
final class Originals implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("hearsay-(\\d{6})\\.warc\\.gz");

  private final Path folder;
  private final long rollAt;

  /** The file that is written to; empty before the first one is begun. */
  private String name = "";

  private @Nullable FileChannel channel;

  /** Where the next record goes. What the file has after that is left of a failed append. */
  private long end;

  private Originals(Path folder, long rollAt) {
    this.folder = folder;
    this.rollAt = rollAt;
  }

  /** Where a record is. */
  record Place(String file, long offset, long length) {
    long end() {
      return offset + length;
    }
  }

  /** Told what is in the files, in order. */
  interface Visitor {
    /** A record whose bytes are those that were written. */
    void whole(Place place, Stored stored);

    /**
     * Bytes that are no sound record.
     *
     * @param length of the stretch; to the end of the file when nothing sound follows
     */
    void damaged(Place place, String why) throws IOException;

    /** The last record of the last file, whose writing was cut short. */
    void unfinished(Place place);
  }

  /**
   * Opens the folder, making it if need be. Looks at everything past what is known, tells the
   * visitor, and cuts an unfinished record at the very end; one that only lacks its lengths gets
   * them.
   *
   * @param known how far each file is known to be sound, by file name
   * @param rollAt a new file is begun when the last one has this many bytes
   */
  static Originals open(Path folder, Map<String, Long> known, long rollAt, Visitor visitor)
      throws IOException {
    Files.createDirectories(folder);
    Disk.forceName(folder);
    var originals = new Originals(folder, rollAt);
    var files = originals.files();
    for (var each : files) {
      var last = each.equals(files.get(files.size() - 1));
      var name = each.getFileName().toString();
      var sound = originals.recover(each, known.getOrDefault(name, 0L), last, visitor);
      if (last && sound) {
        originals.name = name;
        originals.end = Files.size(each);
      }
    }
    return originals;
  }

  /** The files of the folder, oldest first. */
  List<Path> files() throws IOException {
    try (var list = Files.list(folder)) {
      return list.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
    }
  }

  /** Whether the file can be appended to after this. */
  private boolean recover(Path file, long from, boolean last, Visitor visitor) throws IOException {
    var damage = new ArrayList<Place>();
    var torn = new ArrayList<Place>();
    var size = Files.size(file);
    if (size < from) {
      var name = file.getFileName().toString();
      visitor.damaged(
          new Place(name, size, from - size), "the file ends before a record that was written");
      return false;
    }
    scan(
        file,
        from,
        new Visitor() {
          @Override
          public void whole(Place place, Stored stored) {
            visitor.whole(place, stored);
          }

          @Override
          public void damaged(Place place, String why) throws IOException {
            if (!last || place.end() < size || !completed(file, place)) {
              damage.add(place);
              visitor.damaged(place, why);
            }
          }

          @Override
          public void unfinished(Place place) {
            torn.add(place);
          }
        });
    for (var place : torn) {
      if (last) {
        cut(file, place.offset());
        visitor.unfinished(place);
      } else {
        visitor.damaged(place, "the file ends inside a record");
      }
    }
    return damage.isEmpty();
  }

  /** Fills in the lengths of the last record when only they are missing; false when more is. */
  private static boolean completed(Path file, Place place) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!GzipMember.unfilled(channel, place.offset()) || !decodes(channel, place)) {
        return false;
      }
      GzipMember.fillIn(channel, place.offset(), place.length());
      return true;
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  /** Reads all records of a file from an offset, which must be where one begins. */
  static void scan(Path file, long from, Visitor visitor) throws IOException {
    var name = file.getFileName().toString();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (var at = from; at < channel.size(); ) {
        var head = GzipMember.head(channel, at);
        var sound = head.start() == GzipMember.Start.WHOLE;
        var next = sound ? at + head.length() : GzipMember.next(channel, at + 1);
        var place = new Place(name, at, (next < 0 ? channel.size() : next) - at);
        if (head.start() == GzipMember.Start.UNFINISHED && next < 0 && !decodes(channel, place)) {
          visitor.unfinished(place);
        } else {
          record(channel, place, sound, visitor);
        }
        at = place.end();
      }
    }
  }

  private static boolean decodes(FileChannel channel, Place place) {
    try (var content = GzipMember.content(channel, place.offset(), place.length())) {
      WarcRecords.read(content);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void record(FileChannel channel, Place place, boolean sound, Visitor visitor)
      throws IOException {
    Optional<Stored> stored;
    try (var content = GzipMember.content(channel, place.offset(), place.length())) {
      stored = WarcRecords.read(content);
    } catch (IOException e) {
      visitor.damaged(place, "the record is damaged (" + e.getMessage() + ")");
      return;
    }
    if (!sound || !GzipMember.sizesAgree(channel, place.offset(), place.length())) {
      visitor.damaged(place, "the record's header is damaged, its content is whole");
    }
    stored.ifPresent(s -> visitor.whole(place, s));
  }

  /**
   * Reads one record back.
   *
   * @throws IOException when it is damaged or gone
   */
  Stored read(Place place) throws IOException {
    try (var in = FileChannel.open(folder.resolve(place.file()), StandardOpenOption.READ);
        var content = GzipMember.content(in, place.offset(), place.length())) {
      return WarcRecords.read(content)
          .orElseThrow(() -> new IOException("the record there is not a capture"));
    }
  }

  /**
   * Appends captures, all or none. They are on disk when this returns.
   *
   * @throws IOException when they cannot be written; the file is then as before
   */
  List<Place> append(List<Stored> captures) throws IOException {
    var out = channel();
    var places = new ArrayList<Place>();
    try {
      out.position(end);
      var at = end;
      for (var each : captures) {
        var length = member(out, each);
        places.add(new Place(name, at, length));
        at += length;
      }
      out.force(true);
      end = at;
      return places;
    } catch (IOException | RuntimeException e) {
      takeBack(end, e);
      throw e;
    }
  }

  /** Takes back what was appended last, when it could not be recorded elsewhere. */
  void takeBack(Place first, Exception cause) {
    takeBack(first.offset(), cause);
  }

  private void takeBack(long to, Exception cause) {
    end = to;
    try {
      if (channel != null) {
        channel.truncate(to);
        channel.force(true);
      }
    } catch (IOException e) { // an interrupt closes the channel; the next append opens it again
      cause.addSuppressed(e);
      close();
    }
  }

  private static long member(FileChannel out, Stored stored) throws IOException {
    try (var member = new GzipMember(out)) {
      WarcRecords.write(member, stored);
      return member.finish();
    }
  }

  /** To the file that is written to, without what an append that failed left behind. */
  private FileChannel channel() throws IOException {
    if (name.isEmpty() || end >= rollAt) {
      roll();
    }
    if (channel == null || !channel.isOpen()) {
      channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE);
    }
    if (channel.size() > end) {
      channel.truncate(end);
    }
    return channel;
  }

  private void roll() throws IOException {
    close();
    var files = files();
    var number = 1;
    if (!files.isEmpty()) {
      var matcher = NAME.matcher(files.get(files.size() - 1).getFileName().toString());
      number = matcher.matches() ? Integer.parseInt(matcher.group(1)) + 1 : 1;
    }
    var fresh = folder.resolve("hearsay-%06d.warc.gz".formatted(number));
    try (var out =
            FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var member = new GzipMember(out)) {
      WarcRecords.writeInfo(member, fresh.getFileName().toString());
      end = member.finish();
      out.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    Disk.forceName(fresh);
    name = fresh.getFileName().toString();
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // What was acknowledged is on disk already.
    }
    channel = null;
  }
}
