// The document is served from here, and "Try it out" reaches the API of this same origin.
addEventListener("load", () => {
  SwaggerUIBundle({
    url: "client.json",
    dom_id: "#docs",
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: "list",
    persistAuthorization: false,
    validatorUrl: null,
  });
});
