/** What a user has done to a store, whether at the command line or in the web page: reading, joining, reviewing. */
@org.jspecify.annotations.NullMarked
package org.sitrep.desk;
