/**
 * Pages from the web. In: an http or https address. Out: a {@link org.hearsay.capture.Capture}, or
 * the reason why not. Never reaches a private or loopback address unless told to: each name on the
 * way, redirects too, is looked up once, every address it has is checked, and the connection goes
 * to a checked address, not to the name again, so that a name server cannot answer differently the
 * second time (DNS rebinding).
 */
@NullMarked
package org.hearsay.fetch;

import org.jspecify.annotations.NullMarked;
