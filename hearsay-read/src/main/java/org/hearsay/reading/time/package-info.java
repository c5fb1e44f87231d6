/**
 * Time expressions. In: an {@link org.hearsay.language.AnnotatedText} and the day of publication.
 * Out: {@link org.hearsay.reading.TimeExpression}s. "mardi dernier", read on 2022-05-31, is {@code
 * DATE 2022-05-24}.
 */
@NullMarked
package org.hearsay.reading.time;

import org.jspecify.annotations.NullMarked;
