/**
 * Speed and memory of reading, measured: articles beside jsoup's parse of the same bytes and beside
 * other extractors, the language layer, times, and the whole reading. {@link
 * org.hearsay.bench.Bench} is the entry; nothing here is shipped.
 */
@NullMarked
package org.hearsay.bench;

import org.jspecify.annotations.NullMarked;
