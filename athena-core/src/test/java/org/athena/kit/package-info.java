/** Contracts that prove an engine: extend {@link EngineConformance} and say how it is opened. */
package org.athena.kit;
