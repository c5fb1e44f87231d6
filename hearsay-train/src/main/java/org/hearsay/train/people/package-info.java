/**
 * Measures people: roles with the right holder, mentions with the right person. In: annotated texts
 * ({@link org.hearsay.train.GoldFile}). Out: tables.
 */
@NullMarked
package org.hearsay.train.people;

import org.jspecify.annotations.NullMarked;
