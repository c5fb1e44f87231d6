package org.hearsay.serve;

import io.javalin.http.Context;
import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many there are in all
 * @param limit how many were asked for, 1 to {@link #MOST}
 * @param offset how many were left out at the start
 */
record Page<T>(int total, int limit, int offset, List<T> items) {

  static final int USUAL = 50;
  static final int MOST = 500;

  Page {
    items = List.copyOf(items);
  }

  /** Which part of a list a request asks for. */
  record Bounds(int limit, int offset) {

    /** Reads {@code limit} and {@code offset}; throws a 400 when they are out of bounds. */
    static Bounds of(Context request) {
      return new Bounds(
          number(request, "limit", USUAL, 1, MOST),
          number(request, "offset", 0, 0, Integer.MAX_VALUE / 2));
    }

    private static int number(Context request, String name, int usual, int least, int most) {
      var given = request.queryParam(name);
      if (given == null) {
        return usual;
      }
      try {
        var value = Integer.parseInt(given);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below, like a number out of bounds
      }
      throw new Problem(
          400, "bad-parameter", name + " must be a number from " + least + " to " + most + ".");
    }

    <T> Page<T> of(List<T> all) {
      var from = Math.min(offset, all.size());
      var to = (int) Math.min((long) from + limit, all.size());
      return new Page<>(all.size(), limit, offset, all.subList(from, to));
    }
  }

  boolean more() {
    return offset + items.size() < total;
  }
}
