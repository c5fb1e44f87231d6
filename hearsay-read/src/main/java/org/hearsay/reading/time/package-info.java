/**
 * The stage that dates an article: the expressions that {@link org.hearsay.time} finds in its text,
 * counted from its day of publication. "mardi dernier", read on 2022-05-31, is {@code DATE
 * 2022-05-24}.
 */
@NullMarked
package org.hearsay.reading.time;

import org.jspecify.annotations.NullMarked;
