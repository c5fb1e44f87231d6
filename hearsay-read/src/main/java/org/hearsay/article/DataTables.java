package org.hearsay.article;

/** Tells tables of data from tables that lay out a page. */
final class DataTables {
  private DataTables() {}

  private static final int LONG_CELL = 400;

  /**
   * Whether the rows of a table are to be read as rows: no table or structure inside, short cells,
   * two columns at least.
   */
  static boolean isData(HtmlTree tree, int table) {
    var rows = 0;
    var cells = 0;
    var inCell = 0;
    for (var i = table + 1; i <= tree.last(table); i++) {
      switch (tree.tag(i)) {
        case TABLE, H1, H2, ARTICLE, SECTION, FORM, NAV, FIGURE, IFRAME -> {
          return false;
        }
        case TR -> rows++;
        case TD, TH -> {
          cells++;
          inCell = 0;
        }
        case TEXT -> {
          inCell += tree.openEnd(i) - tree.start(i);
          if (inCell > LONG_CELL) {
            return false;
          }
        }
        default -> {}
      }
    }
    return rows > 0 && cells >= 2 * rows;
  }
}
