/** The vocabulary of Athena: data sets, questions, their answers, and what an engine must offer. */
module org.athena.api {
  requires static transitive org.jspecify;

  exports org.athena.breakage;
  exports org.athena.error;
  exports org.athena.model;
  exports org.athena.query;
  exports org.athena.spi;
}
