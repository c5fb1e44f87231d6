package org.hearsay.article;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How much each class word and each word of text speaks for or against the article, learnt by
 * counting on how many sites it stands in articles and on how many outside. Hashed into tables of
 * bytes, a sixteenth of a natural log-odds each.
 */
final class TokenOdds {

  static final int SLOTS = 1 << 14;

  /** Class words near, class words further up, words of the text. */
  static final int TABLES = 3;

  /** How many figures all tables give. */
  static final int COUNT = 8;

  private final byte[][] odds;

  TokenOdds(byte[][] odds) {
    this.odds = odds;
  }

  static int slot(int token) {
    var hash = token * 0x9E3779B1;
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }

  /** Odds that a table of counts gives, one site left out if wanted. */
  static byte odds(int with, int without) {
    if (with + without < 3) {
      return 0;
    }
    var value = Math.log((with + 0.5) / (without + 0.5)) * 16;
    return (byte) Math.max(-127, Math.min(127, Math.round(value)));
  }

  void fill(float[] row, int at, int table, int[] tokens) {
    fill(row, at, table, tokens, tokens.length);
  }

  /**
   * Figures of one table's tokens: their sum, the strongest either way; for words of the text their
   * mean and the strongest against.
   *
   * @param size how many tokens count
   */
  void fill(float[] row, int at, int table, int[] tokens, int size) {
    var values = odds[table];
    var sum = 0;
    var most = 0;
    var least = 0;
    var n = 0;
    for (var i = 0; i < size; i++) {
      var value = values[slot(tokens[i])];
      sum += value;
      most = Math.max(most, value);
      least = Math.min(least, value);
      n += value != 0 ? 1 : 0;
    }
    row[at] = table == 2 ? (float) sum / Math.max(1, n) : sum;
    row[at + 1] = least;
    if (table < 2) {
      row[at + 2] = most;
    }
  }

  void write(DataOutputStream out) throws IOException {
    for (var table : odds) {
      out.write(table);
    }
  }

  static TokenOdds read(DataInputStream in) throws IOException {
    var odds = new byte[TABLES][SLOTS];
    for (var table : odds) {
      in.readFully(table);
    }
    return new TokenOdds(odds);
  }
}
