/**
 * Words. In: an {@link org.hearsay.article.Article}. Out: an {@link
 * org.hearsay.language.AnnotatedText}: the same text with its sentences, tokens and names, all as
 * offsets into it.
 */
@NullMarked
package org.hearsay.language;

import org.jspecify.annotations.NullMarked;
