/** How a step with threads is modelled. */
export const DIVIDING = `\`startThreads\` divides operations, and a step stays what it was. Its time with p threads is

    T(p) = serial + Σ calls [max(longest part, bytes / bandwidth(parts)) + fork-join(parts) + moving]

over the calls of kernels in it; a call that is too small to be divided takes its whole time and nothing else. All of it is
measured with one thread or two. Times are lower quartiles, which stay when something disturbs the machine now and then:

- *longest part*: each call is divided as p threads would divide it, and its parts are computed one after the other by one thread,
  with a clock around each. So parts that are not equally large, and what several parts pack of one matrix, are in it.
- *serial*: a step on one thread without the calls of kernels in it. With one thread the model is thus exact; the error for two
  is that of the model.
- *bandwidth*: of functions of elements whose arrays have more than a MiB: p·B(1) / (1 + contention·(p − 1)), with the contention
  that B(2) shows.
- *fork-join*: a line through what is measured in a loop; *moving*: what a divided call costs beyond that in a step, where its operands
  lie in the caches of the core that had them last. It is one number for all workloads, the one that fits the steps of two threads
  best.

Below, *calls* are those of a step and *divided* how many of them two threads divide; *outside* is the share of the time on one
thread that is not in kernels, and *in divided* the share that is in the calls that two threads divide.`;

/** What is taken for granted. */
export const THREAD_ASSUMPTIONS = `What the predictions take for granted:

- p cores of the speed of this one, which nobody else uses. Two threads of one core (SMT) are less, and so are cores whose clock falls
  as more of them work.
- The sizes stay (strong scaling): a larger batch or network scales better.
- A core's own caches hold what they hold here, and the memory that cores share behaves as the contention of two says: further
  away, on another socket, it is slower.
- Handing out a part costs as much with p threads as with two that take p parts between them.
- Where two threads do not reach what the shared memory gives, as functions of large vectors do not here, no limit is assumed, so
  that C and L with 16 threads and more are what is possible at best.
- There are at most 63 threads: more, the library does not start.`;

/** How a step with replicas is modelled. */
export const REPLICAS = `Data-parallel training divides the batch: each worker computes the gradient of a slice with a replica that shares the parameters,
and the main thread adds the gradients in pairs and makes the update. With n slices a step takes

    T(n) = forward and backward of batch / n samples + handling
         + message + (n − 1)·next message + (n − 1)·addition + copy + update

against forward, backward and update of the batch in one thread. *Message* is what an empty task takes from the call to its answer,
in a pool of one worker, and *next message* how much later the last answer comes for each further task; *addition* is that of two
vectors of all parameters. *Handling* is what a step takes beyond that: checking and describing the batch, waking workers, caches
that have nothing of it yet. It is one number for all workloads, the one that fits the steps of two workers best.`;

/** What is taken for granted there. */
export const REPLICA_ASSUMPTIONS = `Here, too, cores are equal and used by nobody else, and workers do not slow each other down by what they read and write. All of
handling is taken to be the same for any number of workers; what of it is done for each slice by the main thread grows instead.
There are at most as many slices as samples. Operations are not divided as well, neither in the workers nor in the main thread,
whose additions and update grow with the number of parameters and do not become shorter with more workers.`;
