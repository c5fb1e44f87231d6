/**
 * The library: {@link org.hearsay.Hearsay} turns the bytes of a page into a {@link
 * org.hearsay.reading.Reading}. No network, no database, no framework.
 *
 * <p>The packages are the stages, left to right, and each imports only from those before it: {@code
 * capture} (bytes and where they are from), {@code article} (the page's text and furniture), {@code
 * language} (sentences, words, names), {@code reading} (times, people, attributions).
 */
@NullMarked
package org.hearsay;

import org.jspecify.annotations.NullMarked;
