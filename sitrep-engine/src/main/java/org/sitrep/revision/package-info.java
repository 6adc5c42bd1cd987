/** What changed between two versions of a document: {@link org.sitrep.revision.Revisions} compares them. */
@NullMarked
package org.sitrep.revision;

import org.jspecify.annotations.NullMarked;
