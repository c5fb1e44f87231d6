/**
 * Who said what. In: an {@link org.hearsay.language.AnnotatedText} and the entities of the
 * document. Out: {@link org.hearsay.reading.Attribution}s and hedges.
 */
@NullMarked
package org.hearsay.reading.attribution;

import org.jspecify.annotations.NullMarked;
