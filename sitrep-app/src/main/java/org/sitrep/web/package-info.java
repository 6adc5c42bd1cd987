/** The web page and its REST interface, on this machine only: {@link org.sitrep.web.WebDoor} is the door. */
@NullMarked
package org.sitrep.web;

import org.jspecify.annotations.NullMarked;
