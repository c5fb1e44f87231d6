/**
 * Pages from the web. In: an http or https address. Out: a {@link org.hearsay.capture.Capture}, or
 * the reason why not. Never reaches a private or loopback address unless told to.
 */
@NullMarked
package org.hearsay.fetch;

import org.jspecify.annotations.NullMarked;
