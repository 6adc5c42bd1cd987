/** The page as its users and other programs meet it: over HTTP, and in a browser where there is one. */
@org.jspecify.annotations.NullMarked
package org.sitrep.web;
