package org.hearsay.article;

/** Addresses of pages about an author: {@code /authors/ann-lee}. */
final class Profiles {
  private Profiles() {}

  private static final String[] PATHS = {
    "/author/",
    "/authors/",
    "/autor/",
    "/autoren/",
    "/auteur/",
    "/auteurs/",
    "/autore/",
    "/reporter/",
    "/journalist/",
    "/journaliste/",
    "/contributor/",
    "/contributors/",
    "/byline/"
  };

  /** Whether there is such a path in the address between two places. */
  static boolean in(char[] chars, int from, int to) {
    for (var i = from; i + 6 < to; i++) {
      if (chars[i] == '/') {
        switch (chars[i + 1]) {
          case 'a', 'r', 'j', 'c', 'b' -> {
            for (var path : PATHS) {
              if (starts(path, chars, i, to)) {
                return true;
              }
            }
          }
          default -> {}
        }
      }
    }
    return false;
  }

  private static boolean starts(String path, char[] chars, int at, int to) {
    if (at + path.length() > to) {
      return false;
    }
    for (var i = 0; i < path.length(); i++) {
      if (chars[at + i] != path.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
