/**
 * People, organisations and places. In: an {@link org.hearsay.language.AnnotatedText}. Out: {@link
 * org.hearsay.reading.Entity}s with their mentions and roles, and the conflicts between roles.
 */
@NullMarked
package org.hearsay.reading.people;

import org.jspecify.annotations.NullMarked;
