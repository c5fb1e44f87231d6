/** The desk: web pages and a REST API over one case, on the loopback address. */
@NullMarked
package org.hearsay.serve;

import org.jspecify.annotations.NullMarked;
