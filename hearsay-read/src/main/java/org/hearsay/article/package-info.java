/**
 * The page's text. In: a {@link org.hearsay.capture.Capture}. Out: an {@link
 * org.hearsay.article.Extraction}: the article as blocks of text, each with its byte range in the
 * original, the furniture that was left out, the metadata, the links and the reuse terms.
 */
@NullMarked
package org.hearsay.article;

import org.jspecify.annotations.NullMarked;
