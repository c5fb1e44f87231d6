package org.hearsay.casefile;

/**
 * The answer to an {@link CaseFolder#add}.
 *
 * @param fresh false when the case had this document already, and nothing was written
 */
public record Added(DocumentRecord document, boolean fresh) {}
