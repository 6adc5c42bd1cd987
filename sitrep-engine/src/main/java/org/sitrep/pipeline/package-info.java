/** The stages joined: the map from a capture to its claims, and the reduce from claims to events. */
@NullMarked
package org.sitrep.pipeline;

import org.jspecify.annotations.NullMarked;
