package org.hearsay.reading.attribution;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Weights in a file: length, scale, number of entries; then for each weight that is not zero the
 * distance to the one before it (seven bits a byte, low first, high bit for more) and its value in
 * one byte, to be multiplied by the scale.
 */
final class WeightTable {
  private WeightTable() {}

  static void write(OutputStream out, float[] weights) throws IOException {
    var top = 0f;
    for (var w : weights) {
      top = Float.isFinite(w) ? Math.max(top, Math.abs(w)) : top;
    }
    var scale = top == 0 ? 1 : top / 126;
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
    var data = new DataInputStream(in);
    var weights = new float[data.readInt()];
    var scale = data.readFloat();
    var count = data.readInt();
    var at = -1;
    for (var k = 0; k < count; k++) {
      var gap = 0;
      var shift = 0;
      int b;
      do {
        b = data.readUnsignedByte();
        gap |= (b & 127) << shift;
        shift += 7;
      } while (b > 127);
      at += gap + 1;
      var value = data.readByte();
      weights[at] = value == -127 ? Float.NEGATIVE_INFINITY : value * scale;
    }
    return weights;
  }
}
