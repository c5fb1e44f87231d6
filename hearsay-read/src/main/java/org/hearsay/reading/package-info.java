/**
 * What a document says: the records of a {@link org.hearsay.reading.Reading} and their JSON. The
 * sub-packages make them: {@code time}, {@code people}, {@code attribution}.
 */
@NullMarked
package org.hearsay.reading;

import org.jspecify.annotations.NullMarked;
