/** The forms in which claims, events and control leave the system: codebook JSON lines, GeoJSON. */
@NullMarked
package org.sitrep.exchange;

import org.jspecify.annotations.NullMarked;
