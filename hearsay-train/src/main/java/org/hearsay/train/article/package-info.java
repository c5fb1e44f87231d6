/**
 * Training and measuring the article stage. In: the public corpora as their projects lay them out.
 * Out: the model that {@link org.hearsay.article} uses, and tables of scores.
 */
@NullMarked
package org.hearsay.train.article;

import org.jspecify.annotations.NullMarked;
