import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * Serves the MongoDB protocol from memory on a free loopback port. Prints its address as the only line on standard
 * output, and stops when standard input closes: a test runner that is killed must not leave a server behind.
 */
public class Server {
  public static void main(String[] args) throws Exception {
    // 5.0 is the newest version the server knows and the oldest the driver still takes without a warning.
    MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
    System.out.println(server.bindAndGetConnectionString());
    while (System.in.read() >= 0) {
      // Only the end of the stream counts.
    }
    server.shutdownNow();
  }
}
