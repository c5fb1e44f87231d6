package org.hearsay.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages below a folder, in name order, depth first. Left out without a word: what is hidden,
 * what is no page by its name nor by its first bytes, and the folder of images and frames that a
 * browser writes beside a saved page ({@code page_files} beside {@code page.html}).
 */
final class Folder {

  private static final Pattern PAGE =
      Pattern.compile("(?is).*\\.(?:(?:html?|xhtml|txt|md|pdf|warc)(?:\\.gz)?)");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?is).*\\.(?:json[l]?|js|mjs|css|tsv|csv|xml|svg|png|jpe?g|gif|webp|ico|mp[34]|zip|java"
              + "|class|jar|woff2?|properties|db|log)");
  private static final Pattern SAVED = Pattern.compile("(?s)(.+)(?:_files|_fichiers|\\.files)");

  private final Path root;
  private final int limit;
  private final Captures.Sink sink;
  private boolean found;

  Folder(Path root, int limit, Captures.Sink sink) {
    this.root = root;
    this.limit = limit;
    this.sink = sink;
  }

  void read() {
    read(root, new HashSet<>());
    if (!found) {
      sink.unreadable(
          root.toString(), "holds no page that can be read (html, txt, md, pdf or warc files)");
    }
  }

  /**
   * @param above the real paths of the folders on the way here: a link back to one is not followed
   */
  private void read(Path folder, Set<Path> above) {
    List<Path> entries;
    Path real;
    try (var listing = Files.list(folder)) {
      real = folder.toRealPath();
      entries = listing.sorted().toList();
    } catch (IOException e) {
      found = true;
      sink.unreadable(folder.toString(), Unreadable.reason(e));
      return;
    }
    if (!above.add(real)) {
      return;
    }
    var names = entries.stream().map(Folder::name).collect(Collectors.toSet());
    for (var entry : entries) {
      if (name(entry).startsWith(".") || belongsToSavedPage(entry, names)) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        read(entry, above);
      } else if (isPage(entry)) {
        found = true;
        Captures.file(entry, limit, sink);
      }
    }
    above.remove(real);
  }

  private static boolean belongsToSavedPage(Path entry, Set<String> names) {
    var saved = SAVED.matcher(name(entry));
    return saved.matches()
        && Files.isDirectory(entry)
        && (names.contains(saved.group(1) + ".html") || names.contains(saved.group(1) + ".htm"));
  }

  private static boolean isPage(Path file) {
    // Pipes and devices are not opened: they may never end. A link to nowhere is worth a line.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return false;
    }
    if (PAGE.matcher(name(file)).matches()) {
      return true;
    }
    if (OTHER.matcher(name(file)).matches()) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return Kind.surelyPage(in.readNBytes(1024));
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
