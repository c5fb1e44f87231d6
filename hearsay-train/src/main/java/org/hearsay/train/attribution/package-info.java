/**
 * Trains and measures the attribution engine. In: annotated articles of several corpora, as {@link
 * org.hearsay.train.attribution.Told}. Out: models, score tables.
 */
@NullMarked
package org.hearsay.train.attribution;

import org.jspecify.annotations.NullMarked;
