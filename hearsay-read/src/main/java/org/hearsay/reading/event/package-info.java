/**
 * Dated events. In: sentences, time expressions, entities. Out: {@link org.hearsay.reading.Event}s,
 * the raw material of a timeline.
 */
@NullMarked
package org.hearsay.reading.event;

import org.jspecify.annotations.NullMarked;
