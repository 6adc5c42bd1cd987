package org.sitrep.reliability;

import org.sitrep.claim.Interest;
import org.sitrep.source.Resolved;

/** A settled word of a root, with the class and interest it counts under. */
record Settled(String root, String claimClass, Interest interest, Resolved resolved) {}
