/** When not even the settings load, there may be no words either: both languages, no library. */
export function Broken({ error }: { error: unknown }) {
  return (
    <main className="door">
      <div className="door-in">
        <h1 className="serif">Vivier</h1>
        <p lang="fr">L’application ne répond pas. Réessayez dans un instant.</p>
        <p lang="en">The application does not answer. Try again in a moment.</p>
        <p className="meta">{error instanceof Error ? error.message : ""}</p>
        <p>
          <button type="button" className="link" onClick={() => location.reload()}>
            <span lang="fr">Réessayer</span> / <span lang="en">Try again</span>
          </button>
        </p>
      </div>
    </main>
  );
}
