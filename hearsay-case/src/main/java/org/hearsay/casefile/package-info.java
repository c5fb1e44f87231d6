/**
 * The case folder. In: captures and people's judgements. Out: documents, search hits, findings over
 * the whole case. Originals and judgements are the only truth; all else is derived from them and
 * can be made again.
 */
@NullMarked
package org.hearsay.casefile;

import org.jspecify.annotations.NullMarked;
