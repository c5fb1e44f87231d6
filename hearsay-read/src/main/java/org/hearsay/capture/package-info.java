/**
 * Bytes and where they are from. In: files, folders, WARC archives, standard input. Out: {@link
 * org.hearsay.capture.Capture}s, one for each page or document, the bytes untouched.
 */
@NullMarked
package org.hearsay.capture;

import org.jspecify.annotations.NullMarked;
