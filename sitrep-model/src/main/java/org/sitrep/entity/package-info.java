/** What a knowledge pack lists: actors, places, sources, event types. */
@NullMarked
package org.sitrep.entity;

import org.jspecify.annotations.NullMarked;
