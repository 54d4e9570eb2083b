/** Contracts that prove an engine: extend one and say how the engine is opened. */
package org.athena.kit;
