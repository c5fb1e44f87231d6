package org.hearsay.reading.attribution;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.zip.GZIPInputStream;

/**
 * Weights in a file: length, scale, number of entries; then for each weight that is not zero the
 * distance to the one before it (seven bits a byte, low first, high bit for more) and its value in
 * one byte, to be multiplied by the scale.
 */
final class WeightTable {
  private WeightTable() {}

  /** How small a weight is left out of {@link #telling}: below so many steps of the scale. */
  private static final int LEAST = 5;

  private static final int BUFFER = 1 << 16;

  /** The weights but for those that hardly tell anything, which are zero. */
  static float[] telling(float[] weights) {
    var scale = scale(weights);
    var telling = weights.clone();
    for (var i = 0; i < telling.length; i++) {
      if (Math.abs(value(telling[i], scale)) < LEAST) {
        telling[i] = 0;
      }
    }
    return telling;
  }

  private static float scale(float[] weights) {
    var top = 0f;
    for (var w : weights) {
      top = Float.isFinite(w) ? Math.max(top, Math.abs(w)) : top;
    }
    return top == 0 ? 1 : top / 126;
  }

  static void write(OutputStream out, float[] weights) throws IOException {
    var scale = scale(weights);
    var count = 0;
    for (var w : weights) {
      count += value(w, scale) != 0 ? 1 : 0;
    }
    var data = new DataOutputStream(out);
    data.writeInt(weights.length);
    data.writeFloat(scale);
    data.writeInt(count);
    var last = -1;
    for (var i = 0; i < weights.length; i++) {
      var value = value(weights[i], scale);
      if (value == 0) {
        continue;
      }
      var gap = i - last - 1;
      while (gap > 127) {
        data.writeByte(gap & 127 | 128);
        gap >>>= 7;
      }
      data.writeByte(gap);
      data.writeByte(value);
      last = i;
    }
    data.flush();
  }

  /** -127 stands for minus infinity. */
  private static int value(float weight, float scale) {
    return weight == Float.NEGATIVE_INFINITY ? -127 : Math.round(weight / scale);
  }

  static float[] read(InputStream in) throws IOException {
    var table = new Entries(in);
    var weights = new float[table.length()];
    while (table.next()) {
      weights[table.at()] = table.weight();
    }
    return weights;
  }

  /** Writes a set of numbers below a bound, as a table with a weight for each. */
  static void writeSet(OutputStream out, BitSet set, int bound) throws IOException {
    var bits = new float[bound];
    set.stream().forEach(i -> bits[i] = 1);
    write(out, bits);
  }

  /** Reads what {@link #writeSet} wrote. */
  static BitSet readSet(InputStream in) throws IOException {
    var table = new Entries(in);
    var set = new BitSet(table.length());
    while (table.next()) {
      set.set(table.at());
    }
    return set;
  }

  /** All that is left of a stream, in memory: read byte by byte without a lock for each. */
  static InputStream whole(InputStream stream) throws IOException {
    var bytes = stream.readAllBytes();
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
      }
    };
  }

  /** The same of what is gzipped, as all but small models are. */
  static InputStream unzipped(InputStream stream) throws IOException {
    return whole(new GZIPInputStream(stream, BUFFER));
  }

  /** The weights of a file that are not zero, one after the other. */
  static final class Entries {
    private final InputStream in;
    private final int length;
    private final float scale;
    private int left;
    private int at = -1;
    private byte value;

    Entries(InputStream in) throws IOException {
      var data = new DataInputStream(in);
      this.in = in;
      length = data.readInt();
      scale = data.readFloat();
      left = data.readInt();
    }

    /** How many weights the table has, those that are zero too. */
    int length() {
      return length;
    }

    float scale() {
      return scale;
    }

    /** Goes on to the next one, if there is any. */
    boolean next() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      var gap = 0;
      var shift = 0;
      int b;
      do {
        b = read();
        gap |= (b & 127) << shift;
        shift += 7;
      } while (b > 127);
      at += gap + 1;
      value = (byte) read();
      return true;
    }

    private int read() throws IOException {
      var b = in.read();
      if (b < 0) {
        throw new EOFException("the table ends too early");
      }
      return b;
    }

    /** Its place in the table. */
    int at() {
      return at;
    }

    /** To be multiplied by the scale; -127 stands for minus infinity. */
    byte value() {
      return value;
    }

    float weight() {
      return value == -127 ? Float.NEGATIVE_INFINITY : value * scale;
    }
  }
}
