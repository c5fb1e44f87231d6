/** {@code hearsay-train}: corpora in, models and score tables out. Not shipped. */
@NullMarked
package org.hearsay.train;

import org.jspecify.annotations.NullMarked;
