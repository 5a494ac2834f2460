# JupyterLab as `npm start` opens it: the course's kernel only, reachable from this machine only, everything inside the repository.
import os

root = os.environ["NEURONS_ROOT"]
c = get_config()  # noqa: F821

c.ServerApp.root_dir = root
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.answer_yes = True  # Ctrl-C stops at once, without a question

c.KernelSpecManager.ensure_native_kernel = False
c.KernelSpecManager.allowed_kernelspecs = {"typescript"}
c.MultiKernelManager.default_kernel_name = "typescript"

# The file browser shows what a learner opens; the rest of the repository is there, but out of the way.
c.ContentsManager.hide_globs = ["__pycache__", "*~", "*.swp", "node_modules", "claims", "lessons.json"]

c.FileCheckpoints.checkpoint_dir = os.path.join(root, ".jupyter", "checkpoints")

c.LabApp.app_settings_dir = os.path.join(root, "jupyter", "config", "settings")
c.LabApp.extension_manager = "readonly"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
